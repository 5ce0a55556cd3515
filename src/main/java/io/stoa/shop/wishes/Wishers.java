package io.stoa.shop.wishes;

import io.stoa.access.Caller;
import io.stoa.shared.Ids;
import io.stoa.shared.Sku;
import io.stoa.secrets.Seal;
import io.stoa.wishes.Wisher;
import io.stoa.wishes.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Who wishes: the customer, or the guest whose browser holds a sealed number. A guest who signs in brings their wishes along. */
@Component
public class Wishers {

    private static final String COOKIE = "wishes";
    private static final Duration KEPT = Duration.ofDays(180);

    private final Wishes wishes;
    private final Seal seal;
    private final Ids ids;

    Wishers(Wishes wishes, Seal seal, Ids ids) {
        this.wishes = wishes;
        this.seal = seal;
        this.ids = ids;
    }

    /** Whether it is on the visitor's list. A visitor without a list costs no query. */
    public boolean wished(Sku sku, HttpServletRequest request, HttpServletResponse response, Caller caller) {
        return of(request, response, caller).map(wisher -> wishes.of(wisher).contains(sku)).orElse(false);
    }

    /** Empty for a guest who has not wished for anything yet. */
    Optional<Wisher> of(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        var guest = guest(request);
        var customer = caller.customer();
        if (customer == null) {
            return guest.map(wisher -> wisher);
        }
        var wisher = new Wisher.Customer(customer);
        guest.ifPresent(brought -> {
            wishes.join(brought, wisher);
            keep(response, "", Duration.ZERO);
        });
        return Optional.of(wisher);
    }

    /** With a list of their own, made if there is none. */
    Wisher ofSomebody(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        return of(request, response, caller).orElseGet(() -> {
            long list = ids.next();
            keep(response, list + "." + seal.of(COOKIE, list), KEPT);
            return new Wisher.Guest(list);
        });
    }

    private Optional<Wisher.Guest> guest(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var parts = (cookie == null ? "" : cookie.getValue()).split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        long list = Long.parseLong(parts[0]);
        return seal.fits(COOKIE, list, parts[1]) ? Optional.of(new Wisher.Guest(list)) : Optional.empty();
    }

    private static void keep(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(COOKIE, value).path("/shop").httpOnly(true).sameSite("Lax").maxAge(age).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
