package io.stoa.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.shared.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who proved who they are other than by a password at the form, as if they had signed in there: under a new
 * token, so that nobody who knew an old one is let in as well, forms get a new token too, and the answer leads on to where
 * they wanted to go.
 */
@Component
public class Admission {

    private final List<SignIn> signIns;
    private final SignIns places;

    Admission(List<SignIn> signIns, SignIns places) {
        this.signIns = signIns;
        this.places = places;
    }

    /** Answers the request; where to is a page of this entrance, else its home. */
    public void admit(Entrance entrance, Actor who, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var authentication = let(entrance, who, request, response);
        new Landing(entrance).onAuthenticationSuccess(request, response, authentication);
    }

    /** Lets in and leaves the answer to the caller. */
    @CanIgnoreReturnValue
    public Authentication let(Entrance entrance, Actor who, HttpServletRequest request, HttpServletResponse response) {
        var signIn = signIns.stream()
                .filter(one -> one.entrance() == entrance)
                .findFirst()
                .orElseThrow();
        var authentication = Entrances.signedIn(signIn.member(who.id()).orElseThrow());
        renewed().onAuthentication(authentication, request, response);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        new SignedInHere(places, List.of(signIn)).saveContext(context, request, response);
        return authentication;
    }

    private static SessionAuthenticationStrategy renewed() {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(Doors.formTokens())));
    }
}
