package io.stoa.access;

import io.stoa.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks before every controller whether the caller's roles are served, see {@link AllowedTo}. */
final class Permission implements HandlerInterceptor {

    private final Map<HandlerMethod, Optional<AllowedTo>> words = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var word = words.computeIfAbsent(method, Permission::word);
            if (word.isPresent() || request.getRequestURI().startsWith("/api/v1/")) {
                check(word.orElse(null), Callers.of(request));
            }
        }
        return true;
    }

    private static Optional<AllowedTo> word(HandlerMethod method) {
        var own = Optional.ofNullable(method.getMethodAnnotation(AllowedTo.class));
        return own.or(() -> Optional.ofNullable(method.getBeanType().getAnnotation(AllowedTo.class)));
    }

    /** Whom a method serves, in words: roles in small letters, customers, everyone, or staff for all of it. */
    static List<String> servedBy(HandlerMethod method) {
        var word = word(method).orElse(null);
        if (word == null || word.everyone()) {
            return List.of(word == null ? "staff" : "everyone");
        }
        var roles = Arrays.stream(word.value()).map(role -> role.name().toLowerCase(Locale.ROOT));
        var all = word.value().length == 0 && !word.customers() ? Stream.of("staff") : roles;
        return Stream.concat(all, word.customers() ? Stream.of("customers") : Stream.of()).toList();
    }

    private static void check(@Nullable AllowedTo word, Caller caller) {
        if (!isServed(word, caller)) {
            throw Problems.refuse(refusal(word, caller));
        }
    }

    private static boolean isServed(@Nullable AllowedTo word, Caller caller) {
        if (word == null) {
            return caller.staff();
        }
        if (word.everyone()) {
            return true;
        }
        if (caller.customer() != null) {
            return word.customers();
        }
        return word.value().length == 0
                ? caller.staff() && !onlyCustomers(word)
                : Arrays.stream(word.value()).anyMatch(caller::has);
    }

    private static boolean onlyCustomers(AllowedTo word) {
        return word.customers() && word.value().length == 0;
    }

    private static ProblemDetail refusal(@Nullable AllowedTo word, Caller caller) {
        if (!caller.staff() && caller.customer() == null) {
            return Problems.of(
                    HttpStatus.UNAUTHORIZED,
                    "not-signed-in",
                    "Send a token in the header Authorization: Bearer …, or sign in.",
                    Map.of());
        }
        var roles =
                word == null ? "" : Arrays.stream(word.value()).map(Role::name).collect(Collectors.joining(", "));
        return Problems.forbidden(
                roles.isEmpty()
                        ? "Your kind of account may not do this."
                        : "This takes one of the roles " + roles + ".");
    }
}
