package io.stoa.office;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.http.Problems;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.locations.Locations;
import io.stoa.page.PageFrame;
import io.stoa.replay.Replay;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One SKU at one location: its counters and movements, and what people do to it, each with a reason. */
@Controller
class StockRowPage {

    private static final int MOVEMENTS = 50;
    private static final int REASON_MAX = 200;
    private static final int PIECES_MAX = 100_000;
    private static final Set<MovementKind> BY_HAND =
            EnumSet.of(MovementKind.RECEIVED, MovementKind.COUNTED, MovementKind.DAMAGED);

    private final Inventory inventory;
    private final Catalog catalog;
    private final Locations locations;
    private final Wording wording;
    private final Ids ids;
    private final ObjectProvider<Replay> replay;

    StockRowPage(Inventory inventory, Catalog catalog, Locations locations, Wording wording, Ids ids, ObjectProvider<Replay> replay) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.locations = locations;
        this.wording = wording;
        this.ids = ids;
        this.replay = replay;
    }

    @GetMapping("/office/stock/row")
    ModelAndView show(
            @RequestParam Sku sku, @RequestParam LocationId location, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        return new ModelAndView(
                "office/stockRow", Map.of("one", one(counters(sku, location), frame), "said", said));
    }

    /** The id is made with the form, so that sending it twice is one movement. */
    @PostMapping("/office/stock/movements")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    String move(
            @RequestParam Sku sku,
            @RequestParam LocationId location,
            @RequestParam MovementKind kind,
            @RequestParam int quantity,
            @RequestParam String reason,
            @RequestParam String id,
            Caller caller) {
        var page = "redirect:" + StockShown.href(sku, location);
        int least = kind == MovementKind.COUNTED ? 0 : 1;
        if (!BY_HAND.contains(kind) || reason.isBlank() || reason.length() > REASON_MAX || quantity < least || quantity > PIECES_MAX) {
            return page + "&said=incomplete";
        }
        var before = counters(sku, location);
        if (kind == MovementKind.DAMAGED && quantity > before.onHand()) {
            return page + "&said=too-many";
        }
        tellReplay(before, kind, quantity);
        var movement = new Movement("office:" + id, sku, location, kind, quantity, reason.strip());
        int moved = inventory.move(List.of(movement), caller.touchpoint());
        return page + (moved == 1 ? "&said=moved" : "&said=known");
    }

    @PostMapping("/office/stock/safety")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    String safety(@RequestParam Sku sku, @RequestParam LocationId location, @RequestParam int pieces, Caller caller) {
        var page = "redirect:" + StockShown.href(sku, location);
        if (pieces < 0 || pieces > PIECES_MAX) {
            return page + "&said=incomplete";
        }
        inventory.setSafety(sku, location, pieces, caller.touchpoint());
        return page + "&said=safety";
    }

    /** The replay's ledger has to know of goods that come in by other hands, before they can be promised. */
    private void tellReplay(Availability before, MovementKind kind, int quantity) {
        int more = switch (kind) {
            case RECEIVED -> quantity;
            case COUNTED -> quantity - before.onHand();
            case DAMAGED, SOLD, RETURNED, TRANSFERRED_IN, TRANSFERRED_OUT, EXPECTED, MISSED, DELIVERED -> 0;
        };
        replay.ifAvailable(running -> running.noteReceived(before.sku(), Math.max(0, more)));
    }

    /** Where there was never any of an article, none is a beginning. */
    private Availability counters(Sku sku, LocationId location) {
        return inventory.availability(List.of(sku)).getOrDefault(sku, List.of()).stream()
                .filter(counters -> counters.location().equals(location))
                .findFirst()
                .or(() -> none(sku, location))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no stock of " + sku + " at " + location + ".")));
    }

    private Optional<Availability> none(Sku sku, LocationId location) {
        return locations.find(location)
                .filter(place -> place.hasStock() && catalog.items(List.of(sku)).containsKey(sku))
                .map(place -> new Availability(sku, location, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private StockShown.One one(Availability counters, PageFrame frame) {
        var items = catalog.items(List.of(counters.sku()), frame.texts().language());
        return new StockShown.One(
                StockPage.title(counters.sku(), items),
                wording.place(counters.location()),
                counters,
                inventory.movements(counters.sku(), counters.location(), MOVEMENTS).stream()
                        .map(past -> new StockShown.Past(past, frame.moment(past.at(), ZoneId.systemDefault())))
                        .toList(),
                String.valueOf(ids.next()));
    }
}
