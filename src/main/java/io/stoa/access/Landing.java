package io.stoa.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        return authentication != null && authentication.getPrincipal() instanceof Member member && sellsOnly(member)
                ? "/till"
                : entrance.home();
    }

    private static boolean sellsOnly(Member member) {
        return member.roles().stream().allMatch(role -> role == Role.ASSOCIATE) && member.customer() == null;
    }
}
