package io.stoa.shared.logs;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.stoa.shared.CardNumbers;
import java.util.Objects;

/** The message of a line. */
public class MaskedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return CardNumbers.masked(Objects.requireNonNullElse(super.convert(event), ""));
    }
}
