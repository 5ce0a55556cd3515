package io.stoa.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the frame of a request. */
@Component
public class Frames {

    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Assets assets;
    private final boolean demo;
    private final Livery.Source livery;

    Frames(Assets assets, @Value("${stoa.demo:false}") boolean demo, ObjectProvider<Livery.Source> livery) {
        this.assets = assets;
        this.demo = demo;
        this.livery = livery.getIfAvailable(() -> () -> Livery.OWN);
    }

    public PageFrame of(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return new PageFrame(
                Texts.in(RequestContextUtils.getLocale(request)),
                assets,
                request.getRequestURI(),
                query(request),
                zone(request),
                nameOf(principal),
                rolesOf(principal),
                theme(request),
                demo,
                livery.now(),
                () -> csrf(request));
    }

    /** What was asked for besides the path, without an earlier choice of language. */
    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                        .collect(Collectors.joining("&"));
    }

    /** Told by the browser; what is no zone is passed over. */
    private static @Nullable ZoneId zone(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "zone");
        return cookie != null && ZONES.contains(cookie.getValue()) ? ZoneId.of(cookie.getValue()) : null;
    }

    private static @Nullable String nameOf(@Nullable Principal principal) {
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Named named) {
            return named.displayName();
        }
        return principal == null ? null : principal.getName();
    }

    private static Set<String> rolesOf(@Nullable Principal principal) {
        if (!(principal instanceof Authentication authentication)) {
            return Set.of();
        }
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> String.valueOf(authority).replaceFirst("^ROLE_", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    private static PageFrame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : null;
    }
}
