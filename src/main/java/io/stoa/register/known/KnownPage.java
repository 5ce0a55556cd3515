package io.stoa.register.known;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.orders.views.OrderRow;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.register.InHand;
import io.stoa.register.stores.Stores;
import io.stoa.shared.CustomerId;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Beside the basket, fetched after it: scanning never waits for it. A page of its own where no script runs. */
@Controller
class KnownPage {

    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 4;
    private static final int WORK_MAX = 200;
    private static final int ENOUGH_FOR_A_HABIT = 3;

    private static final List<ShipmentState> WAITING = List.of(ShipmentState.ARRIVED, ShipmentState.READY);

    private final Stores stores;
    private final InHand hand;
    private final Fulfilment fulfilment;
    private final Purchases purchases;

    KnownPage(Stores stores, InHand hand, Fulfilment fulfilment, Purchases purchases) {
        this.stores = stores;
        this.hand = hand;
        this.fulfilment = fulfilment;
        this.purchases = purchases;
    }

    @GetMapping("/till/customer/known")
    ModelAndView show(Caller caller, PageFrame frame, HttpSession session) {
        var store = stores.at(caller);
        return hand.buyer(session, store)
                .map(customer -> new ModelAndView(
                        "till/known", Map.of("store", store.name(), "known", known(customer, store, frame.texts()))))
                .orElseGet(() -> new ModelAndView("redirect:/till"));
    }

    private Known known(CustomerId customer, Location store, Texts texts) {
        var bought = purchases.of(customer, LOOKED_AT);
        return new Known(
                pickups(customer, store),
                bought.stream().limit(SHOWN).map(row -> purchases.row(row, store, texts)).toList(),
                mostly(bought, texts));
    }

    private List<Known.Pickup> pickups(CustomerId customer, Location store) {
        return WAITING.stream()
                .flatMap(state -> fulfilment.work(store.id(), state, WORK_MAX, null).items().stream())
                .filter(shipment -> shipment.kind() == ShipmentKind.COLLECT && customer.equals(shipment.customer()))
                .map(shipment -> new Known.Pickup(
                        shipment.id().toString(),
                        shipment.order().toString(),
                        shipment.lines().stream().mapToInt(Shipment.Line::open).sum()))
                .toList();
    }

    /** Where more than half of their last purchases were made, once there are enough of them. */
    private @Nullable String mostly(List<OrderRow> bought, Texts texts) {
        var places = bought.stream()
                .filter(row -> !Purchases.isOff(row))
                .map(row -> purchases.where(row, texts))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = places.values().stream().mapToLong(Long::longValue).sum();
        return places.entrySet().stream()
                .filter(one -> all >= ENOUGH_FOR_A_HABIT && one.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
