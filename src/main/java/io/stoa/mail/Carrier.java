package io.stoa.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** One conversation with the server, in which any number of messages are handed over. Not thread-safe. */
final class Carrier implements AutoCloseable {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int PERMANENT = 500;
    private static final int CAUSE_MAX = 500;

    private final SmtpServer server;
    private final String sender;
    private final Session session;
    private @Nullable Transport line;

    Carrier(SmtpServer server, String sender) {
        this.server = server;
        this.sender = sender;
        this.session = server.session();
    }

    Delivery hand(Envelope envelope, Body body) {
        MimeMessage message;
        try {
            message = message(envelope, body);
        } catch (MessagingException | UnsupportedEncodingException unfit) {
            return new Delivery.Refused(words(unfit));
        }
        try {
            line = connected();
        } catch (MessagingException away) {
            return new Delivery.Away(words(away));
        }
        try {
            line.sendMessage(message, message.getAllRecipients());
            return new Delivery.Taken();
        } catch (MessagingException failure) {
            return answer(failure);
        }
    }

    private Transport connected() throws MessagingException {
        if (line != null && line.isConnected()) {
            return line;
        }
        var fresh = session.getTransport(server.protocol());
        fresh.connect(server.host(), server.port(), server.user(), server.password());
        return fresh;
    }

    /** A code of the server's says what it thinks; without one the line broke, and nobody knows. */
    private static Delivery answer(MessagingException failure) {
        int code = code(failure);
        if (failure instanceof AuthenticationFailedException) {
            return new Delivery.Away(words(failure));
        }
        if (code < 0) {
            return new Delivery.Unclear(words(failure));
        }
        return code >= PERMANENT ? new Delivery.Refused(words(failure)) : new Delivery.NotNow(words(failure));
    }

    /** That of the address counts more than that of the whole. */
    private static int code(MessagingException failure) {
        int code = -1;
        for (Exception one = failure; one instanceof MessagingException next; one = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (next instanceof SMTPSendFailedException all && code < 0) {
                code = all.getReturnCode();
            } else if (next instanceof SendFailedException && code < 0 && next.getNextException() == null) {
                code = PERMANENT;
            }
        }
        return code;
    }

    private MimeMessage message(Envelope envelope, Body body) throws MessagingException, UnsupportedEncodingException {
        var message = new Named(session, envelope.messageId());
        var to = new InternetAddress(envelope.to().address(), true);
        to.setPersonal(envelope.to().name(), UTF_8);
        message.setFrom(new InternetAddress(server.from(), sender, UTF_8));
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(envelope.subject(), UTF_8);
        message.setSentDate(Date.from(Instant.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", envelope.language());
        message.setContent(new MimeMultipart("alternative", part(body.plain(), "plain"), part(body.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String words(Exception failure) {
        var words = new StringBuilder(said(failure));
        for (var cause = failure instanceof MessagingException all ? all.getNextException() : null;
                cause != null && words.length() < CAUSE_MAX;
                cause = cause instanceof MessagingException more ? more.getNextException() : null) {
            words.append(" (").append(said(cause)).append(')');
        }
        return Recipient.line(words.toString(), CAUSE_MAX);
    }

    private static String said(Exception failure) {
        return Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName())
                .strip();
    }

    @Override
    public void close() {
        if (line == null) {
            return;
        }
        try {
            line.close();
        } catch (MessagingException gone) {
            line = null; // All that was taken is written down already.
        }
    }

    /** Keeps the Message-ID it was written with, however often it is sent. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
