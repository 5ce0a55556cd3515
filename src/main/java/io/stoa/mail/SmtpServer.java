package io.stoa.mail;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over: {@code smtp://user:password@host:587} (with STARTTLS, which is insisted on when a password would
 * travel) or {@code smtps://…} (TLS from the first byte).
 */
record SmtpServer(
        String host,
        int port,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        String from) {

    private static final int SECONDS = 1_000;
    private static final int PORT_TLS = 465;
    private static final int PORT_PLAIN = 587;

    /** @throws IllegalArgumentException in words for who set it */
    static SmtpServer of(String setting, String from) {
        var uri = read(setting);
        if (!Recipient.isAddress(from)) {
            throw new IllegalArgumentException("STOA_MAIL_FROM says who writes: an address such as shop@example.com.");
        }
        boolean tls = "smtps".equals(uri.getScheme());
        var who = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new SmtpServer(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : tls ? PORT_TLS : PORT_PLAIN,
                tls,
                who.length > 0 ? decoded(who[0]) : null,
                who.length > 1 ? decoded(who[1]) : null,
                from.strip());
    }

    private static URI read(String setting) {
        try {
            var uri = URI.create(setting.strip());
            if (uri.getHost() != null && ("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(HOW, unreadable);
        }
        throw new IllegalArgumentException(HOW);
    }

    private static final String HOW =
            "STOA_SMTP_URL cannot be read: write smtp://user:password@host:587, with special characters percent-encoded.";

    Session session() {
        var settings = new Properties();
        var protocol = protocol();
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail." + protocol + ".connectiontimeout", 10 * SECONDS);
        settings.put("mail." + protocol + ".timeout", 30 * SECONDS);
        settings.put("mail." + protocol + ".writetimeout", 30 * SECONDS);
        settings.put("mail." + protocol + ".auth", user != null);
        settings.put("mail." + protocol + ".ssl.checkserveridentity", true);
        settings.put("mail." + protocol + ".starttls.enable", true);
        settings.put("mail." + protocol + ".starttls.required", user != null && !isHere());
        settings.put("mail." + protocol + ".quitwait", false);
        settings.put("mail.mime.address.strict", true);
        return Session.getInstance(settings);
    }

    String protocol() {
        return tls ? "smtps" : "smtp";
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    private boolean isHere() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
