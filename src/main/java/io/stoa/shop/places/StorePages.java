package io.stoa.shop.places;

import io.stoa.access.Caller;
import io.stoa.customers.Customers;
import io.stoa.customers.Preferences;
import io.stoa.locations.Address;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import io.stoa.shared.Words;
import io.stoa.shop.Visits;
import io.stoa.shop.seen.Heads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Finding a store near a postcode or a town, looking at one, and calling one's own, so that it comes first everywhere. */
@Controller
class StorePages {

    private static final int NEAR_MAX = 60;

    private final Locations locations;
    private final Visits visits;
    private final Hours hours;
    private final Heads heads;
    private final Customers customers;

    StorePages(Locations locations, Visits visits, Hours hours, Heads heads, Customers customers) {
        this.locations = locations;
        this.visits = visits;
        this.hours = hours;
        this.heads = heads;
        this.customers = customers;
    }

    /** As one would type it; the shop's own pages know what lies in the cart. */
    @GetMapping("/stores")
    String toStores() {
        return "redirect:/shop/stores";
    }

    @GetMapping("/stores/{id:[a-z0-9][a-z0-9-]{0,39}}")
    String toStore(@PathVariable String id) {
        return "redirect:/shop/stores/" + id;
    }

    @GetMapping({"/shop/stores", "/shop/places"})
    ModelAndView stores(
            @RequestParam(defaultValue = "") String back, PageFrame frame, Caller caller, HttpServletRequest request) {
        return page("", null, visits.origin(request).orElse(null), home(back), frame, caller, request);
    }

    @PostMapping({"/shop/stores", "/shop/places"})
    ModelAndView choose(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(defaultValue = "") String near,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = store == null || store.isBlank() ? Optional.<Location>empty() : locations.find(new LocationId(store));
        if (chosen.isPresent()) {
            visits.keepStore(response, chosen.get());
            remember(chosen.get(), caller);
            return new ModelAndView("redirect:" + home(back));
        }
        var place = find(near.strip(), frame.texts());
        place.ifPresent(found -> visits.keepOrigin(response, found));
        var error = place.isPresent() ? null : frame.t("find.stores.unknown");
        return page(near, error, place.orElse(null), home(back), frame, caller, request);
    }

    /** Who is signed in finds it on every device where they sign in. */
    private void remember(Location store, Caller caller) {
        Optional.ofNullable(caller.customer())
                .flatMap(customers::find)
                .filter(one -> !store.id().equals(one.store()))
                .ifPresent(one -> customers.describe(
                        one.id(), one.name(), new Preferences(one.language(), store.id(), one.receipts()), caller.touchpoint()));
    }

    @GetMapping("/shop/stores/{id:[a-z0-9][a-z0-9-]{0,39}}")
    ModelAndView store(@PathVariable String id, PageFrame frame, Caller caller, HttpServletRequest request) {
        var store = locations.find(new LocationId(id))
                .filter(StorePages::isShown)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var texts = frame.texts();
        var mine = visits.store(request).map(Location::id).orElse(null);
        var place = place(store, store.id().equals(mine), visits.origin(request).orElse(null), texts);
        var one = new Places.One(place, hours.week(store, texts), way(store));
        var seen = heads.store(store, texts.get("find.store.seen", store.name(), place.hours()), request);
        return new ModelAndView(
                "shop/store", Map.of("visit", visits.of(request, caller, texts), "one", one, "seen", seen));
    }

    /** Only ever a page of this shop. */
    private static String home(String back) {
        return back.matches("/shop(?!/places|/stores$)(/[A-Za-z0-9][A-Za-z0-9_/-]{0,200})?") ? back : "/shop";
    }

    /** By the postcode, in the country of the visitor's language or in any that has a store; else by the town of a store. */
    private Optional<Coordinates> find(String near, Texts texts) {
        if (near.isEmpty() || near.length() > NEAR_MAX) {
            return Optional.empty();
        }
        var countries = locations.all().stream().flatMap(place -> Stream.ofNullable(place.address())).map(Address::country);
        return Stream.concat(Stream.of(texts.locale().getCountry()), countries)
                .filter(country -> !country.isEmpty())
                .distinct()
                .flatMap(country -> locations.around(country, near).stream())
                .findFirst()
                .or(() -> town(Words.plain(near)));
    }

    private Optional<Coordinates> town(String near) {
        return near.length() < 2
                ? Optional.empty()
                : locations.all().stream()
                        .filter(place -> place.coordinates() != null && isShown(place))
                        .filter(place -> (" " + words(place)).contains(" " + near))
                        .min(Comparator.comparing(place -> words(place).length()))
                        .map(place -> Objects.requireNonNull(place.coordinates()));
    }

    private static String words(Location place) {
        var address = place.address();
        return Words.plain(place.name() + " " + (address == null ? "" : address.city() + " " + address.region()));
    }

    private ModelAndView page(
            String near,
            @Nullable String error,
            @Nullable Coordinates origin,
            String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var texts = frame.texts();
        var mine = visits.store(request).orElse(null);
        var stores = locations.all().stream()
                .filter(StorePages::isShown)
                .sorted(Visits.nearest(origin))
                .toList();
        var shown = stores.stream()
                .map(store -> place(store, mine != null && store.id().equals(mine.id()), origin, texts))
                .toList();
        var places = new Places(shown, near, error, back, Chart.of(stores, origin, mine, texts));
        var seen = heads.stores(texts.get("find.stores"), texts.get("find.stores.text"), request);
        return new ModelAndView(
                "shop/stores", Map.of("visit", visits.of(request, caller, texts), "places", places, "seen", seen));
    }

    private static boolean isShown(Location place) {
        return place.kind() == Location.Kind.STORE && place.open();
    }

    private Places.Place place(Location store, boolean mine, @Nullable Coordinates origin, Texts texts) {
        var address = store.address() == null ? "" : String.join(", ", store.address().lines(texts.locale()));
        var offers = Stream.of(Capability.PICKUP, Capability.RETURNS)
                .filter(store::offers)
                .map(offer -> texts.get("find.store." + offer))
                .toList();
        return new Places.Place(
                store.id().value(),
                store.name(),
                address,
                hours.now(store, texts),
                hours.open(store),
                offers,
                Visits.distance(store, origin, texts),
                mine);
    }

    /** On the map that everybody draws. */
    private static @Nullable String way(Location store) {
        var at = store.coordinates();
        return at == null
                ? null
                : "https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=16/%s/%s".formatted(at.latitude(), at.longitude(), at.latitude(), at.longitude());
    }
}
