package io.stoa.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

/** Where somebody goes who just signed in: on to what they wanted, or else to the door of their work. */
final class Landing extends SimpleUrlAuthenticationSuccessHandler {

    private final Entrance entrance;

    Landing(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var back = entrance.back(request.getParameter(Entrance.BACK));
        if (!back.isEmpty()) {
            return back;
        }
        return place(authentication).orElse(entrance.home());
    }

    /** The door of somebody's work; empty for customers and strangers. */
    static Optional<String> place(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Member member && member.customer() == null
                ? Optional.of(sellsOnly(member) ? "/till" : Entrance.STAFF.home())
                : Optional.empty();
    }

    private static boolean sellsOnly(Member member) {
        return member.roles().stream().allMatch(role -> role == Role.ASSOCIATE);
    }
}
