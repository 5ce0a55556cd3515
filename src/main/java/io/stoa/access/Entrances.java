package io.stoa.access;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Lets people in at one entrance by name and password. */
final class Entrances implements AuthenticationProvider {

    static final String CUSTOMER = "ROLE_CUSTOMER";

    private final SignIn signIn;

    Entrances(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        var member = signIn.signIn(tried.getName(), text(tried.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
        return signedIn(member);
    }

    static Authentication signedIn(Member member) {
        var authorities =
                new ArrayList<>(member.roles().stream().map(Role::authority).toList());
        if (member.customer() != null) {
            authorities.add(CUSTOMER);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                member, null, AuthorityUtils.createAuthorityList(authorities));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    private static String text(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }
}
