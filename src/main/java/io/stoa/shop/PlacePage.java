package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a store or a postcode, so that distances and the own store come first everywhere. */
@Controller
class PlacePage {

    private final Locations locations;
    private final Visits visits;
    private final StockSentences stock;
    private final Clock clock;

    PlacePage(Locations locations, Visits visits, StockSentences stock, Clock clock) {
        this.locations = locations;
        this.visits = visits;
        this.stock = stock;
        this.clock = clock;
    }

    @GetMapping("/shop/places")
    ModelAndView places(
            @RequestParam(defaultValue = "") String back, PageFrame frame, Caller caller, HttpServletRequest request) {
        return page("", null, visits.origin(request).orElse(null), home(back), frame, caller, request);
    }

    @PostMapping("/shop/places")
    ModelAndView choose(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = find(store);
        if (chosen.isPresent()) {
            visits.keepStore(response, chosen.get());
            return new ModelAndView("redirect:" + home(back));
        }
        var place = geocode(postcode.strip(), frame.texts());
        place.ifPresent(found -> visits.keepOrigin(response, found));
        var error = place.isPresent() ? null : frame.t("shop.places.unknown");
        return page(postcode, error, place.orElse(null), home(back), frame, caller, request);
    }

    /** Only ever a page of this shop. */
    private static String home(String back) {
        return back.matches("/shop(?!/places)(/[A-Za-z0-9][A-Za-z0-9_/-]{0,200})?") ? back : "/shop";
    }

    private Optional<Location> find(@Nullable String store) {
        return store == null || store.isBlank() ? Optional.empty() : locations.find(new LocationId(store));
    }

    /** In the country of the visitor's language, else in any country that has a store. */
    private Optional<Coordinates> geocode(String postcode, Texts texts) {
        if (postcode.isEmpty() || postcode.length() > 20) {
            return Optional.empty();
        }
        var countries = locations.all().stream()
                .flatMap(place -> Stream.ofNullable(place.address()))
                .map(address -> address.country());
        return Stream.concat(Stream.of(texts.locale().getCountry()), countries)
                .filter(country -> !country.isEmpty())
                .distinct()
                .flatMap(country -> locations.around(country, postcode).stream())
                .findFirst();
    }

    private ModelAndView page(
            String postcode,
            @Nullable String error,
            @Nullable Coordinates origin,
            String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var mine = visits.store(request).map(Location::id).orElse(null);
        var stores = locations.all().stream()
                .filter(place -> place.kind() == Location.Kind.STORE && place.open())
                .sorted(StockSentences.nearest(origin))
                .map(store -> place(store, store.id().equals(mine), origin, frame.texts()))
                .toList();
        var places = new Places(stores, postcode, error, true, back);
        return new ModelAndView("shop/places", Map.of("visit", visits.of(request, caller, frame.texts()), "places", places));
    }

    private Places.Place place(Location store, boolean mine, @Nullable Coordinates origin, Texts texts) {
        var address =
                store.address() == null ? "" : String.join(", ", store.address().lines(texts.locale()));
        return new Places.Place(
                store.id().value(),
                store.name(),
                address,
                hours(store, texts) + (store.offers(Capability.PICKUP) ? "" : ", " + texts.get("shop.stock.nopickup")),
                StockSentences.distance(store, origin, texts),
                mine);
    }

    private String hours(Location store, Texts texts) {
        var now = clock.instant();
        if (!store.isOpen(now)) {
            return store.nextOpening(now)
                    .map(opening -> texts.get("shop.places.closed", stock.day(opening, store, texts)))
                    .orElseGet(() -> texts.get("shop.places.shut"));
        }
        var time = now.atZone(store.zone()).toLocalTime();
        List<OpeningHours.Span> today = store.hours().on(LocalDate.ofInstant(now, store.zone()));
        return today.stream()
                .filter(span -> !time.isBefore(span.from()) && span.until().isAfter(time))
                .findFirst()
                .map(span -> texts.get("shop.places.open", texts.time(span.until())))
                .orElseGet(() -> texts.get("shop.places.always"));
    }
}
