package io.stoa.customers.web;

import io.stoa.shared.Allowance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one computer may ask for mail, or try a code, in a while: nobody fills the mailboxes of others through us. */
@Component
class Sends {

    static final int MOST = 30;

    private final Allowance asked = new Allowance(MOST, Duration.ofMinutes(10));

    boolean tooMany(HttpServletRequest request) {
        return !asked.take(String.valueOf(request.getRemoteAddr()));
    }
}
