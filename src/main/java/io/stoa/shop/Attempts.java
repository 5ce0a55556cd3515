package io.stoa.shop;

import io.stoa.page.Livery;
import io.stoa.orders.Orders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What a checkout calls its attempt to order: pressing again is the same order, and one whose answer came too late, when the
 * cart is gone already, is found by it. Nobody guesses another's.
 */
@Component
class Attempts {

    private static final String COOKIE = "attempt";
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Orders orders;
    private final OrderLinks links;

    Attempts(Orders orders, OrderLinks links) {
        this.orders = orders;
        this.links = links;
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The key of its order; what is no attempt of ours is a new one. */
    static String key(@Nullable String attempt) {
        return "shop:" + (isOurs(attempt) ? attempt : fresh());
    }

    /** Where its order is, if there is one. */
    Optional<String> order(@Nullable String attempt) {
        return isOurs(attempt) ? orders.placedWith(key(attempt)).map(links::to) : Optional.empty();
    }

    /** No answer came in time: the browser remembers what to ask about. */
    void remember(HttpServletResponse response, @Nullable String attempt) {
        if (attempt != null && isOurs(attempt)) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(attempt, REMEMBERED));
        }
    }

    /** Where the order is that was asked about; told once, and not to a page that only looks whether it is still true. */
    Optional<String> late(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader(Livery.AGAIN) != null) {
            return Optional.empty();
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var order = cookie == null ? Optional.<String>empty() : order(cookie.getValue());
        order.ifPresent(known -> forget(response));
        return order;
    }

    void forget(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/shop")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    private static boolean isOurs(@Nullable String attempt) {
        return attempt != null && attempt.matches("[0-9a-f-]{36}");
    }
}
