package io.stoa.office.reasons;

import io.stoa.catalog.Catalog;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.StockShown;
import io.stoa.office.reasons.ReasonsShown.Answer;
import io.stoa.office.reasons.ReasonsShown.Asked;
import io.stoa.page.Choice;
import io.stoa.page.PageFrame;
import io.stoa.reasons.PriceWords;
import io.stoa.reasons.Reasons;
import io.stoa.reasons.StockWords;
import io.stoa.shared.Channel;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody on the telephone asks why; whoever answers asks here. Only reads, so that every question has an address. */
@Controller
class ReasonsPage {

    private static final Set<Channel> NO_DOORS = Set.of(Channel.OFFICE, Channel.IMPORT, Channel.SYSTEM);

    private final Reasons reasons;
    private final Locations locations;
    private final Catalog catalog;

    ReasonsPage(Reasons reasons, Locations locations, Catalog catalog) {
        this.reasons = reasons;
        this.locations = locations;
        this.catalog = catalog;
    }

    @GetMapping("/office/reasons")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "web") String place,
            @RequestParam(defaultValue = "WEB") String door,
            @RequestParam(defaultValue = "1") String pieces,
            PageFrame frame) {
        var asked = new Asked(article.strip(), place, door, pieces.strip());
        var wrong = wrong(asked);
        var answer = asked.article().isEmpty() || wrong != null ? null : answer(asked, frame);
        var shown = new ReasonsShown(asked, places(), doors(frame), answer, wrong);
        return new ModelAndView("office/reasons", Map.of("shown", shown));
    }

    /** The first field that cannot be asked about; null when all can, or nothing is asked. */
    private @Nullable String wrong(Asked asked) {
        if (!asked.article().isEmpty() && catalog.scan(asked.article()).isEmpty()) {
            return "article";
        }
        return asked.pieces().matches("[1-9]\\d{0,3}") ? null : "pieces";
    }

    private @Nullable Answer answer(Asked asked, PageFrame frame) {
        var sku = catalog.scan(asked.article()).orElseThrow();
        return place(asked).map(place -> answer(sku, place, asked, frame)).orElse(null);
    }

    private Optional<Location> place(Asked asked) {
        return locations.byId().values().stream()
                .filter(place -> place.id().value().equals(asked.place()))
                .findFirst();
    }

    private @Nullable Answer answer(Sku sku, Location place, Asked asked, PageFrame frame) {
        var texts = frame.texts();
        var item = catalog.items(List.of(sku), texts.language()).get(sku);
        var stock = reasons.stock(sku, place.id());
        if (item == null || stock.isEmpty()) {
            return null;
        }
        var words = new PriceWords(texts, place.zone());
        var price = reasons.price(sku, Quantity.of(Integer.parseInt(asked.pieces())), place.id(), door(asked));
        var counted = new StockWords(texts);
        return new Answer(
                item.title(),
                sku.value(),
                place.name(),
                price.map(words::sum).orElse(null),
                price.map(words::all).orElse(List.of()),
                counted.verdict(stock.get()),
                counted.lines(stock.get()),
                "price:" + sku + " promotion:all stock:" + sku,
                StockShown.href(sku, place.id()));
    }

    private static Channel door(Asked asked) {
        return Arrays.stream(Channel.values())
                .filter(door -> door.name().equals(asked.door()))
                .findFirst()
                .orElse(Channel.WEB);
    }

    private List<Choice> places() {
        return locations.byId().values().stream()
                .sorted(Location.byName())
                .map(place -> new Choice(place.id().value(), place.name()))
                .toList();
    }

    private static List<Choice> doors(PageFrame frame) {
        return Arrays.stream(Channel.values())
                .filter(door -> !NO_DOORS.contains(door))
                .map(door -> new Choice(door.name(), frame.t("office.door." + door)))
                .toList();
    }
}
