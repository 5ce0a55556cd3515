package io.stoa.sms;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who carries the text messages of the house, as it was set, and how that went the last time. */
@Component
class Line {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Environment environment;
    private volatile @Nullable Carrier known;
    private volatile @Nullable String trouble;

    Line(Environment environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException when the setting cannot be read */
    Optional<Carrier> carrier() {
        if (!isSet()) {
            return Optional.empty();
        }
        var carrier = known;
        if (carrier == null) {
            carrier = new Twilio(account(), PATIENCE);
            known = carrier;
        }
        return Optional.of(carrier);
    }

    boolean isSet() {
        return !environment.getProperty("stoa.sms.url", "").isBlank();
    }

    /** Its name, or what is wrong with it; empty when none is set. */
    String words() {
        var last = trouble;
        try {
            return !isSet() ? "" : last == null ? account().toString() : last;
        } catch (IllegalArgumentException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    /** What stood in the way the last time, null when nothing did. */
    void note(@Nullable String words) {
        trouble = words;
    }

    private TwilioAccount account() {
        return TwilioAccount.of(environment.getProperty("stoa.sms.url", ""), environment.getProperty("stoa.sms.from", ""));
    }
}
