package io.stoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may open which door: every route that there is, for every kind of caller, through the real filters. What comes out is
 * {@code doors.txt} beside this test; a new page is not in it and fails until somebody has looked who may open it.
 */
@StoaTest
class EveryDoorTest {

    private static final Path KNOWN = Path.of("src/test/resources/io/stoa/access/doors.txt");
    private static final Path FOUND = Path.of("target/doors.txt");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private jakarta.servlet.Filter filters;

    @Autowired
    private Staff staff;

    @Autowired
    private Customers customers;

    @Autowired
    private List<SignIn> signIns;

    @Autowired
    private SignIns places;

    @Autowired
    private Ids ids;

    @Test
    void everyRouteServesWhomItIsMeantFor() throws Exception {
        assertThat(filters).isInstanceOf(FilterChainProxy.class);
        var callers = callers();
        var found = new TreeMap<String, List<String>>();
        for (var route : routes.getHandlerMethods().entrySet()) {
            for (var path : route.getKey().getPatternValues()) {
                for (var method : methods(route.getKey().getMethodsCondition().getMethods())) {
                    found.put(path + " " + method, served(path, method, route.getValue(), callers));
                }
            }
        }
        var lines = found.entrySet().stream().map(one -> one.getKey() + ": " + words(one.getValue(), callers)).toList();
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, lines);
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines).as("copy target/doors.txt to %s when each line of it is meant so", KNOWN).isEqualTo(Files.readAllLines(KNOWN));
    }

    private static Set<RequestMethod> methods(Set<RequestMethod> named) {
        return named.isEmpty() ? Set.of(RequestMethod.GET) : new TreeSet<>(named);
    }

    private static String words(List<String> served, Map<String, @Nullable Cookie> callers) {
        return served.size() == callers.size() ? "everybody" : served.isEmpty() ? "nobody" : String.join(" ", served);
    }

    private List<String> served(
            String path, RequestMethod method, HandlerMethod handler, Map<String, @Nullable Cookie> callers) throws Exception {
        var served = new ArrayList<String>();
        for (var caller : callers.entrySet()) {
            if (opens(path.replaceAll("\\{[^}]+}", "1").replace("**", "x"), method, handler, caller.getValue())) {
                served.add(caller.getKey());
            }
        }
        return served;
    }

    private boolean opens(String path, RequestMethod method, HandlerMethod handler, @Nullable Cookie cookie) throws Exception {
        var request = new MockHttpServletRequest(method.name(), path);
        request.setServletPath(path);
        if (cookie != null) {
            request.setCookies(cookie);
        }
        CsrfFilter.skipRequest(request);
        var open = new AtomicBoolean();
        filters.doFilter(request, new MockHttpServletResponse(), (passed, answer) -> {
            try {
                open.set(new Permission().preHandle(request, new MockHttpServletResponse(), handler));
            } catch (RuntimeException refused) {
                open.set(false);
            }
        });
        return open.get();
    }

    private Map<String, @Nullable Cookie> callers() {
        var callers = new LinkedHashMap<String, @Nullable Cookie>();
        callers.put("guest", null);
        var email = "door" + ids.next() + "@example.com";
        var id = customers.signUp(NewCustomer.of("Ann", email), new Password("a good password"), Touchpoint.SYSTEM);
        callers.put("customer", cookie(Entrance.SHOP, Actor.customer(id)));
        Arrays.stream(Role.values()).forEach(role -> {
            var login = new Login("door" + ids.next());
            staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password("a good password"));
            callers.put(role.name().toLowerCase(Locale.ROOT), cookie(Entrance.STAFF, Actor.staff(login.value())));
        });
        return callers;
    }

    private Cookie cookie(Entrance entrance, Actor who) {
        var signIn = signIns.stream().filter(one -> one.entrance() == entrance).findFirst().orElseThrow();
        var response = new MockHttpServletResponse();
        places.open(entrance, signIn.member(who.id()).orElseThrow(), new MockHttpServletRequest(), response);
        var set = String.valueOf(response.getHeader("Set-Cookie")).split(";", 2)[0].split("=", 2);
        return new Cookie(set[0], set[1]);
    }
}
