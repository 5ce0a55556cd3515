package io.stoa.customers.web;

import io.stoa.access.Entrance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * To which e-mail address of a visitor a message is on its way: kept in their session, for in the address of the page it would
 * be told to others. So the page that waits for it can be left and opened again.
 */
final class Awaited {

    private static final String EMAIL = Awaited.class.getName();

    private Awaited() {}

    /** Keeps the address, and leads on to the page that waits. */
    static ModelAndView at(String path, String email, @Nullable String back, HttpServletRequest request) {
        request.getSession().setAttribute(EMAIL, email);
        return new ModelAndView("redirect:" + Entrance.SHOP.with(path, back));
    }

    static Optional<String> email(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session).map(there -> (String) there.getAttribute(EMAIL));
    }
}
