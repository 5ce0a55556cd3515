package io.stoa.shared.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import io.stoa.shared.CardNumbers;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** An exception with its trace. */
public class MaskedFailure extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return CardNumbers.masked(super.throwableProxyToString(failure));
    }
}
