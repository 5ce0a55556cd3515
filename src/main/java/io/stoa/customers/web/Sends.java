package io.stoa.customers.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How often one computer may ask for mail, or try a code, in a while: nobody fills the mailboxes of others through us. */
@Component
class Sends {

    static final int MOST = 30;
    private static final int REMEMBERED = 100_000;
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Cache<String, AtomicInteger> asked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WHILE).build();

    boolean tooMany(HttpServletRequest request) {
        return asked.get(String.valueOf(request.getRemoteAddr()), unseen -> new AtomicInteger()).incrementAndGet() > MOST;
    }
}
