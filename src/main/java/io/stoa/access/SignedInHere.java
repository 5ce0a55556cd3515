package io.stoa.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Tells the security frame who signed in at which entrance, so that one browser can be a customer in the shop and staff at the
 * till. Reads the first of its entrances at which somebody is signed in and still welcome; writes to its first. Nobody is
 * looked up before somebody asks.
 */
final class SignedInHere implements SecurityContextRepository {

    private final SignIns places;
    private final List<SignIn> signIns;

    SignedInHere(SignIns places, List<SignIn> signIns) {
        this.places = places;
        this.signIns = List.copyOf(signIns);
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

    /** Nobody in particular is who signs out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var entrance = signIns.getFirst().entrance();
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Member member) {
            places.open(entrance, member, request, response);
        } else {
            places.leave(entrance, request, response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return found(request).isPresent();
    }

    private Optional<SecurityContext> found(HttpServletRequest request) {
        return signIns.stream()
                .flatMap(signIn -> places.member(signIn, request).stream())
                .<SecurityContext>map(member -> new SecurityContextImpl(Entrances.signedIn(member)))
                .findFirst();
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private boolean empty;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var found = found(request);
            empty = found.isEmpty();
            return found.orElseGet(SecurityContextImpl::new);
        }

        @Override
        public boolean isGenerated() {
            return empty;
        }
    }
}
