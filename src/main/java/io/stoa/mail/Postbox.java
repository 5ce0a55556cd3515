package io.stoa.mail;

import io.stoa.shared.PublicAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which server the house hands its mail to, and how that went the last time. */
@Component
public class Postbox {

    private final Environment environment;
    private final PublicAddress house;
    private volatile @Nullable String trouble;

    Postbox(Environment environment, PublicAddress house) {
        this.environment = environment;
        this.house = house;
    }

    /**
     * How it stands: no server is set, its setting makes no sense, or there is one; {@code words} are its name, or what is
     * wrong. Without a public address links lead to this machine only.
     */
    public record State(Kind kind, String words, boolean addressKnown) {
        /** In order of how much there is to do. */
        public enum Kind {
            NONE,
            UNREADABLE,
            AWAY,
            FINE
        }
    }

    State state() {
        try {
            var server = server();
            var last = trouble;
            return server.isEmpty()
                    ? new State(State.Kind.NONE, "", house.isKnown())
                    : new State(
                            last == null ? State.Kind.FINE : State.Kind.AWAY,
                            last == null ? server.get().toString() : last,
                            house.isKnown());
        } catch (IllegalArgumentException unreadable) {
            return new State(State.Kind.UNREADABLE, String.valueOf(unreadable.getMessage()), house.isKnown());
        }
    }

    /** @throws IllegalArgumentException when the setting cannot be read */
    Optional<SmtpServer> server() {
        var setting = environment.getProperty("stoa.smtp.url", "");
        return setting.isBlank()
                ? Optional.empty()
                : Optional.of(SmtpServer.of(setting, environment.getProperty("stoa.mail.from", "")));
    }

    /** What stood in the way the last time, null when nothing did. */
    void note(@Nullable String words) {
        trouble = words;
    }

    /** After the @ of a Message-ID. */
    String domain() {
        var from = environment.getProperty("stoa.mail.from", "");
        return Recipient.isAddress(from) ? from.strip().substring(from.strip().lastIndexOf('@') + 1) : house.host();
    }
}
