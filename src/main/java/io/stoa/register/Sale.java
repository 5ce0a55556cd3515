package io.stoa.register;

import io.stoa.locations.Address;
import io.stoa.orders.CartId;
import io.stoa.orders.Contact;
import io.stoa.orders.discounts.Discounts;
import io.stoa.register.Open.Line;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the till remembers of the basket in hand besides its cart: the attempt, which names its orders so that they are placed
 * once however often the button is pressed, and whether its answer is still to come; how many pieces of what go home; who buys;
 * what was just taken out; and, once a part of the money is there, the orders that it is for.
 */
record Sale(
        CartId cart,
        LocationId store,
        String attempt,
        boolean unsure,
        Map<Sku, Integer> home,
        @Nullable CustomerId customer,
        @Nullable Destination to,
        @Nullable Line last,
        @Nullable Removed removed,
        @Nullable Tab tab) {

    /** Lines that were taken out, and what was taken off the basket then, to be put back for a while. */
    record Removed(List<Line> lines, Discounts discounts, Instant at) {}

    Sale {
        home = Map.copyOf(home);
    }

    static Sale of(CartId cart, LocationId store) {
        return new Sale(cart, store, fresh(), false, Map.of(), null, null, null, null, null);
    }

    int home(Sku sku) {
        return home.getOrDefault(sku, 0);
    }

    Sale sendHome(Sku sku, int pieces) {
        var changed = new HashMap<>(home);
        if (pieces > 0) {
            changed.put(sku, pieces);
        } else {
            changed.remove(sku);
        }
        return new Sale(cart, store, attempt, unsure, changed, customer, to, last, removed, tab);
    }

    Sale to(@Nullable Destination destination) {
        return new Sale(cart, store, attempt, unsure, home, customer, destination, last, removed, tab);
    }

    Sale customer(@Nullable CustomerId buyer) {
        return new Sale(cart, store, attempt, unsure, home, buyer, to, last, removed, tab);
    }

    Sale last(@Nullable Line touched) {
        return new Sale(cart, store, attempt, unsure, home, customer, to, touched, removed, tab);
    }

    Sale removed(@Nullable Removed lines) {
        return new Sale(cart, store, attempt, unsure, home, customer, to, last, lines, tab);
    }

    /** The orders of the last attempt were cancelled; whoever tries again makes new ones. */
    Sale anew() {
        return new Sale(cart, store, fresh(), false, home, customer, to, last, removed, null);
    }

    /** No answer came in time: the same attempt asks again, whatever the shelves say by now. */
    Sale late() {
        return new Sale(cart, store, attempt, true, home, customer, to, last, removed, tab);
    }

    /** Being paid in parts: the orders are there, and nothing else goes into the basket. */
    Sale tab(Tab opened) {
        return new Sale(cart, store, attempt, false, home, customer, to, last, removed, opened);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Orders that are being paid in parts, and the cash that was handed over for them so far, change not taken off. */
    record Tab(List<OrderId> orders, @Nullable Money given) {
        Tab {
            orders = List.copyOf(orders);
        }

        Tab with(Money more) {
            return new Tab(orders, given == null ? more : given.plus(more));
        }
    }

    /** Where the pieces that go home go, and whom to tell about them. */
    record Destination(Address address, Contact contact) {}

    /** A sale that this session finished: which attempt it was, its receipt, and the cash that was handed over. */
    record Done(String attempt, String receipt, @Nullable Money given) {

        private static final String DONE = "stoa.till.done";
        private static final int REMEMBERED = 20;

        static Optional<Done> of(HttpSession session, String attempt) {
            return all(session).filter(done -> done.attempt().equals(attempt)).findFirst();
        }

        static Optional<Money> given(HttpSession session, String receipt) {
            return all(session).filter(done -> done.receipt().equals(receipt)).flatMap(done -> Stream.ofNullable(done.given())).findFirst();
        }

        /** The receipt of the sale that was finished last. */
        static Optional<String> last(HttpSession session) {
            return all(session).map(Done::receipt).findFirst();
        }

        /** Remembers it beside the last few. */
        static void keep(HttpSession session, Done done) {
            var kept = new ArrayList<Done>();
            kept.add(done);
            all(session).limit(REMEMBERED - 1L).forEach(kept::add);
            session.setAttribute(DONE, List.copyOf(kept));
        }

        private static Stream<Done> all(HttpSession session) {
            return session.getAttribute(DONE) instanceof List<?> list
                    ? list.stream().filter(Done.class::isInstance).map(Done.class::cast)
                    : Stream.empty();
        }
    }
}
