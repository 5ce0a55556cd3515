package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.CartId;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.page.Texts;
import io.stoa.secrets.Seal;
import io.stoa.shared.LocationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What is known of a visitor between two pages: the cart, and the store or the place that was chosen. Both are cookies. */
@Component
public class Visits {

    private static final String CART = "cart";
    private static final String PLACE = "place";
    private static final Duration KEPT = Duration.ofDays(90);

    private final Carts carts;
    private final Catalog catalog;
    private final Locations locations;
    private final Market market;
    private final Seal seal;

    Visits(Carts carts, Catalog catalog, Locations locations, Market market, Seal seal) {
        this.carts = carts;
        this.catalog = catalog;
        this.locations = locations;
        this.market = market;
        this.seal = seal;
    }

    /** What the frame of every shop page shows. */
    public Visit of(HttpServletRequest request, Caller caller, Texts texts) {
        var departments = catalog.categories().stream()
                .filter(category -> category.parentSlug() == null && category.products() > 0)
                .map(category -> link(category.name(texts.language()), "/shop/category/" + category.slug(), request))
                .sorted(Comparator.comparing(Link::text))
                .toList();
        return new Visit(
                departments,
                cart(request, caller).map(CartView::pieces).orElse(0),
                store(request).map(Location::name).orElse(null));
    }

    private static Link link(String text, String href, HttpServletRequest request) {
        return new Link(text, href, request.getRequestURI().equals(href));
    }

    // --- The cart

    /** The customer's open cart, else the guest's. */
    public Optional<CartView> cart(HttpServletRequest request, Caller caller) {
        var customer = caller.customer();
        var guest = cookieCart(request).flatMap(carts::find).filter(cart -> cart.state() == CartView.State.OPEN);
        if (customer == null) {
            return guest.filter(cart -> cart.customer() == null);
        }
        return guest.filter(cart -> cart.customer() == null && !cart.isEmpty())
                .map(cart -> carts.mergeAtSignIn(cart.id(), customer, caller.touchpoint(), market.currency()))
                .or(() -> carts.ofCustomer(customer));
    }

    /** The cart to put something into, made if there is none. */
    public CartView cartToFill(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        return cart(request, caller).orElseGet(() -> {
            var fresh = carts.open(caller.touchpoint(), caller.customer(), market.currency());
            keepCart(response, fresh.id());
            return fresh;
        });
    }

    /** This browser's cart from now on is that one, a guest's. */
    public void keepCart(HttpServletResponse response, CartId cart) {
        keep(response, CART, cart + "." + seal.of(CART, cart.value()));
    }

    void forgetCart(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(CART, "", Duration.ZERO));
    }

    private Optional<CartId> cookieCart(HttpServletRequest request) {
        var parts = read(request, CART).split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        var id = Long.parseLong(parts[0]);
        return seal.fits(CART, id, parts[1]) ? Optional.of(new CartId(id)) : Optional.empty();
    }

    // --- The place

    /** The store that the visitor called theirs. */
    public Optional<Location> store(HttpServletRequest request) {
        var place = read(request, PLACE);
        return place.matches("[a-z0-9][a-z0-9-]{0,39}") ? locations.find(new LocationId(place)) : Optional.empty();
    }

    /** Where distances are measured from: the chosen place, else the chosen store. */
    public Optional<Coordinates> origin(HttpServletRequest request) {
        var place = read(request, PLACE);
        if (!place.matches("@-?[0-9]{1,3}\\.[0-9]{1,4}_-?[0-9]{1,3}\\.[0-9]{1,4}")) {
            return store(request).flatMap(store -> Optional.ofNullable(store.coordinates()));
        }
        var cut = place.indexOf('_');
        var latitude = Double.parseDouble(place.substring(1, cut));
        var longitude = Double.parseDouble(place.substring(cut + 1));
        return Math.abs(latitude) > 90 || Math.abs(longitude) > 180
                ? Optional.empty()
                : Optional.of(new Coordinates(latitude, longitude));
    }

    /** How far a location is; empty where one of the two places is not known. */
    public static @Nullable String distance(Location location, @Nullable Coordinates from, Texts texts) {
        var to = location.coordinates();
        return from == null || to == null ? null : texts.distance(from.kilometresTo(to));
    }

    public static Comparator<Location> nearest(@Nullable Coordinates from) {
        return Comparator.<Location>comparingDouble(place -> {
                    var to = place.coordinates();
                    return from == null || to == null ? Double.MAX_VALUE : from.kilometresTo(to);
                })
                .thenComparing(Location::name);
    }

    public void keepStore(HttpServletResponse response, Location store) {
        keep(response, PLACE, store.id().value());
    }

    /** Keeps a place to about a kilometre: enough for distances, too little for an address. */
    public void keepOrigin(HttpServletResponse response, Coordinates place) {
        keep(response, PLACE, String.format(Locale.ROOT, "@%.2f_%.2f", place.latitude(), place.longitude()));
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value, KEPT));
    }

    private static String cookie(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/shop")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    private static String read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }
}
