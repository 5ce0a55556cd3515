package io.stoa.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who just opened an account, as if they had signed in: the session gets a new id, so that nobody who knew
 * the old one is let in as well, forms get a new token, and the answer leads on to where they wanted to go.
 */
@Component
public class Admission {

    private final List<SignIn> signIns;

    Admission(List<SignIn> signIns) {
        this.signIns = signIns;
    }

    /** Answers the request; false, and nothing is answered, when name or password is wrong. */
    public boolean admit(
            Entrance entrance, String name, String password, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var signIn = signIns.stream()
                .filter(one -> one.entrance() == entrance)
                .findFirst()
                .orElseThrow();
        var member = signIn.signIn(name, password);
        if (member.isEmpty()) {
            return false;
        }
        var authentication = Entrances.signedIn(member.get());
        renewed().onAuthentication(authentication, request, response);
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        new SignedInHere(List.of(signIn)).saveContext(context, request, response);
        new Landing(entrance).onAuthenticationSuccess(request, response, authentication);
        return true;
    }

    private static SessionAuthenticationStrategy renewed() {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(Doors.formTokens())));
    }
}
