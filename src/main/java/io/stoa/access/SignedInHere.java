package io.stoa.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps in the session who signed in at which entrance, so that one browser can be a customer in the shop and staff at the
 * till. Reads the first of its entrances at which somebody is signed in and still welcome; writes to its first. Sessions are
 * in memory: who is signed in has to sign in again after a restart.
 */
final class SignedInHere implements SecurityContextRepository {

    private final List<SignIn> signIns;
    private final HttpSessionSecurityContextRepository writer = new HttpSessionSecurityContextRepository();

    SignedInHere(List<SignIn> signIns) {
        this.signIns = List.copyOf(signIns);
        writer.setSpringSecurityContextKey(signIns.getFirst().entrance().sessionKey());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(org.springframework.security.web.context.HttpRequestResponseHolder exchange) {
        return new Deferred(exchange.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        writer.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signIns.stream().anyMatch(signIn -> kept(signIn, request).isPresent());
    }

    private Optional<SecurityContext> kept(SignIn signIn, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        return session.getAttribute(signIn.entrance().sessionKey()) instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof Member member
                        && signIn.stillWelcome(member)
                ? Optional.of(context)
                : Optional.empty();
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private boolean empty;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var found = signIns.stream()
                    .flatMap(signIn -> kept(signIn, request).stream())
                    .findFirst();
            empty = found.isEmpty();
            return found.orElseGet(SecurityContextImpl::new);
        }

        @Override
        public boolean isGenerated() {
            return empty;
        }
    }
}
