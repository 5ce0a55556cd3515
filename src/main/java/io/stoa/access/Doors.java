package io.stoa.access;

import static org.springframework.security.config.Customizer.withDefaults;

import io.stoa.http.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Who may come in where, by path. In this order: machines with a token; calls of pages to the API and the live stream; the
 * pages of the staff; the shop and everything public. What no rule names is not there.
 */
@Configuration
class Doors {

    static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** What pages of ours use of a device; frames and the pages of others get none of it. */
    static final String PERMISSIONS = "camera=(self), microphone=()";

    private static final String NAME = "name";
    private static final int NAME_MAX = 200;

    private static final String[] TILL = roles(Role.ASSOCIATE, Role.MANAGER, Role.ADMIN);
    private static final String[] DESK = roles(Role.AGENT, Role.MANAGER, Role.ADMIN);
    private static final String[] OFFICE =
            roles(Role.AGENT, Role.MERCHANDISER, Role.MARKETER, Role.MANAGER, Role.ADMIN);

    private static final String[] PUBLIC = {
        "/",
        "/shop",
        "/shop/**",
        "/static/**",
        "/media/**",
        "/brand/**",
        "/theme",
        "/language",
        "/preferences/**",
        "/favicon.ico",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap/**",
        "/feeds/**",
        "/stores",
        "/stores/**",
        "/scan",
        "/manifest.webmanifest",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/error",
        "/api",
        "/actuator/health",
        "/actuator/health/**"
    };

    private final List<SignIn> signIns;
    private final SignIns places;
    private final String policy;

    Doors(List<SignIn> signIns, SignIns places, List<Elsewhere> elsewhere) {
        this.signIns = signIns;
        this.places = places;
        this.policy = elsewhere.stream().map(Elsewhere::origin).reduce(CONTENT_POLICY, (all, one) -> all + " " + one);
    }

    /** What other companies call with news: each proves by its signature who it is, and nobody is signed in. */
    @Bean
    @Order(0)
    SecurityFilterChain news(HttpSecurity http) throws Exception {
        http.securityMatcher("/hooks/**")
                .csrf(rule -> rule.disable())
                .sessionManagement(rule -> rule.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(TokenCheck tokens) {
        return new DefaultSecurityFilterChain(Bearer::isBrought, new Bearer(tokens));
    }

    /** What pages fetch. Staff first: who has both is at work. Which roles a resource serves it says itself, {@link AllowedTo}. */
    @Bean
    @Order(2)
    SecurityFilterChain pagesCalls(HttpSecurity http) throws Exception {
        guarded(http.securityMatcher("/api/**", "/live", "/live/**"))
                .securityContext(context -> context.securityContextRepository(
                        new SignedInHere(places, List.of(of(Entrance.STAFF), of(Entrance.SHOP)))))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(ApiRefusals::notSignedIn)
                        .accessDeniedHandler(ApiRefusals::denied))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        signedIn(
                        guarded(http.securityMatcher(
                                "/sign-in",
                                "/sign-in/**",
                                "/sign-out",
                                "/till",
                                "/till/**",
                                "/desk",
                                "/desk/**",
                                "/office",
                                "/office/**")),
                        Entrance.STAFF)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-in/link/**", "/sign-out")
                        .permitAll()
                        .requestMatchers("/till", "/till/**")
                        .hasAnyAuthority(TILL)
                        .requestMatchers("/desk", "/desk/**")
                        .hasAnyAuthority(DESK)
                        .anyRequest()
                        .hasAnyAuthority(OFFICE));
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain shopPages(HttpSecurity http) throws Exception {
        signedIn(guarded(http), Entrance.SHOP)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/shop/account", "/shop/account/**")
                        .hasAuthority(Entrances.CUSTOMER)
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    /** There are no accounts besides those of the entrances. */
    @Bean
    AuthenticationManager nobodyElse() {
        return authentication -> {
            throw new BadCredentialsException("Wrong name or password");
        };
    }

    private HttpSecurity guarded(HttpSecurity http) throws Exception {
        return http.csrf(rule -> rule.csrfTokenRepository(formTokens()))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.disable())
                .headers(headers -> headers.contentSecurityPolicy(header -> header.policyDirectives(policy))
                        .permissionsPolicyHeader(header -> header.policy(PERMISSIONS))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentTypeOptions(withDefaults()));
    }

    static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("stoa-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private HttpSecurity signedIn(HttpSecurity http, Entrance entrance) throws Exception {
        var signIn = of(entrance);
        return http.securityContext(context -> context.securityContextRepository(new SignedInHere(places, List.of(signIn))))
                .authenticationProvider(new Entrances(signIn))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(Doors::denied)
                        .authenticationEntryPoint((request, response, refused) -> first(entrance, request, response)))
                .formLogin(form -> form.loginPage(entrance.signInPath())
                        .usernameParameter(NAME)
                        .failureHandler((request, response, failure) -> again(entrance, request, response))
                        .successHandler(new Landing(entrance))
                        .permitAll())
                .logout(leave -> leave.logoutUrl(entrance.signOutPath())
                        .invalidateHttpSession(false)
                        .logoutSuccessUrl(entrance.signInPath() + "?left"));
    }

    /**
     * Who only looked comes back to what they looked at, who sent a form to its page, for it is not sent again by itself. A browser
     * that still shows a token is told that its sign-in has ended.
     */
    private static void first(Entrance entrance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI();
        if (entrance == Entrance.SHOP && !path.startsWith("/shop")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (WebUtils.getCookie(request, entrance.cookie()) != null) {
            keep("ended", true, entrance, request, response);
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(entrance.first(request.getMethod().equals("GET") ? path + query : page(request)));
    }

    /** The page from which a form was sent, as its browser says; whether it is one of ours is looked at by who leads back. */
    private static @Nullable String page(HttpServletRequest request) {
        try {
            var from = new URI(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
            return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    /** For the sign-in form, once; in its address it would be told to others. */
    private static void keep(String name, Object value, Entrance entrance, HttpServletRequest request, HttpServletResponse response) {
        var kept = new FlashMap();
        kept.put(name, value);
        kept.setTargetRequestPath(entrance.signInPath());
        new SessionFlashMapManager().saveOutputFlashMap(kept, request, response);
    }

    /** Back to the form, where the name stands as it was typed. */
    private static void again(Entrance entrance, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Objects.requireNonNullElse(request.getParameter(NAME), "");
        keep("typed", name.substring(0, Math.min(NAME_MAX, name.length())), entrance, request, response);
        response.sendRedirect(entrance.refused(request.getParameter(Entrance.BACK)));
    }

    /** Says why: to the page that follows, a form that is too old is no question of who may. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, refused);
        if (!(refused instanceof CsrfException)) {
            Landing.place(SecurityContextHolder.getContext().getAuthentication())
                    .ifPresent(place -> request.setAttribute(Problems.WAY_ON, place));
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private SignIn of(Entrance entrance) {
        return signIns.stream()
                .filter(signIn -> signIn.entrance() == entrance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows the people of " + entrance));
    }

    private static String[] roles(Role... roles) {
        return Arrays.stream(roles).map(Role::authority).toArray(String[]::new);
    }
}
