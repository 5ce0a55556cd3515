package io.stoa.access;

import io.stoa.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets machines in by their token. This is the whole of what security does for such a call: no session, no cookie, no
 * form; thousands of orders come this way each second.
 */
final class Bearer extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenCheck tokens;

    Bearer(TokenCheck tokens) {
        this.tokens = tokens;
    }

    /** Whether this call wants to be let in by a token, at a door for machines. */
    static boolean isBrought(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var path = request.getRequestURI();
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (path.startsWith("/api/") || path.startsWith("/live"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        var client = tokens.check(token);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (client.isEmpty()) {
            refuse(response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication(client.get())));
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** An answer that goes on later, such as a stream of events, still belongs to its caller. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        Problems.write(
                Problems.of(
                        HttpStatus.UNAUTHORIZED, "invalid-token", "Send a token that has not been revoked.", Map.of()),
                response);
    }

    private static UsernamePasswordAuthenticationToken authentication(TokenCheck.Client client) {
        var authorities = AuthorityUtils.createAuthorityList(
                client.roles().stream().map(Role::authority).toList());
        return UsernamePasswordAuthenticationToken.authenticated(client, null, authorities);
    }
}
