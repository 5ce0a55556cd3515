package io.stoa.shop.seen;

import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whoever asks for the whole shop at once takes turns: a few at a time, so that those who buy do not wait for them. */
@Component
class Turns {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Given back when closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    Turn take() {
        if (!free.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return free::release;
    }
}
