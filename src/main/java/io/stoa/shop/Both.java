package io.stoa.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a cart is collected, and where, while the rest is delivered: as it was typed. {@code shown} is the store that the
 * ticks were made for; for another one they are made anew.
 */
public record Both(@Nullable String store, List<String> collected, @Nullable String shown) {

    static final Both NONE = new Both(null, List.of(), null);

    public Both {
        collected = List.copyOf(collected);
    }

    /** Not bound to the form, because a SKU may have a comma in it. */
    static Both typed(HttpServletRequest request) {
        var ticked = Optional.ofNullable(request.getParameterValues("collected")).stream().flatMap(Stream::of).toList();
        return new Both(request.getParameter("at"), ticked, request.getParameter("shown"));
    }

    /** What was sent off counts as it stands. */
    static Both sent(HttpServletRequest request) {
        var typed = typed(request);
        return new Both(typed.store(), typed.collected(), typed.store());
    }

    boolean isFor(String id) {
        return Objects.equals(shown, id);
    }
}
