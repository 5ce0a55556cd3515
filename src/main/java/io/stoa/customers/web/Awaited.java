package io.stoa.customers.web;

import io.stoa.access.Entrance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The e-mail address that a visitor typed last, to which a message may be on its way: kept in their session, for in the address
 * of a page it would be told to others. So the page that waits for it can be left and opened again, and no other way in asks
 * for the address once more.
 */
final class Awaited {

    private static final String EMAIL = Awaited.class.getName();

    /** More is no address, and would only fill the session. */
    private static final int LENGTH_MAX = 254;

    private Awaited() {}

    /** Keeps the address, and leads on to the page that needs it. */
    static ModelAndView at(String path, String email, @Nullable String back, HttpServletRequest request) {
        request.getSession().setAttribute(EMAIL, email.substring(0, Math.min(LENGTH_MAX, email.length())));
        return new ModelAndView("redirect:" + Entrance.SHOP.with(path, back));
    }

    static Optional<String> email(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session).map(there -> (String) there.getAttribute(EMAIL));
    }
}
