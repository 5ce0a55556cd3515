package io.stoa.register;

import io.stoa.locations.Location;
import io.stoa.orders.CartId;
import io.stoa.orders.discounts.Couponing;
import io.stoa.orders.discounts.Discounts;
import io.stoa.register.Open.Line;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Sku;
import jakarta.servlet.http.HttpSession;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The basket in hand, for the other pages of the till: to be put aside and taken up again. */
@Component
public class InHand {

    private final Sales sales;
    private final Tariff tariff;

    InHand(Sales sales, Tariff tariff) {
        this.sales = sales;
        this.tariff = tariff;
    }

    /** What there is to put aside. {@code unsure}: an answer about its money is still to come, or a part is there, so it stays in hand. */
    public record Held(
            CartId cart,
            Sku first,
            int pieces,
            Map<Sku, Integer> home,
            @Nullable CustomerId customer,
            Discounts discounts,
            boolean unsure) {}

    /** Empty when nothing is in it. */
    public Optional<Held> look(HttpSession session, Location store) {
        return sales.current(session, store)
                .filter(open -> !open.lines().isEmpty())
                .map(open -> new Held(
                        open.cart().id(),
                        open.lines().getFirst().sku(),
                        open.cart().pieces(),
                        open.lines(Basket.Way.SEND).stream().collect(Collectors.toMap(Line::sku, Line::pieces)),
                        open.sale().customer(),
                        open.cart().discounts(),
                        open.sale().unsure() || open.sale().tab() != null));
    }

    /** What it would cost with this taken off; empty when nothing is in it, or something in it cannot be sold here. */
    public Optional<Couponing.Reckoned> reckon(HttpSession session, Location store, Discounts discounts) {
        return sales.current(session, store)
                .filter(open -> !open.lines().isEmpty())
                .flatMap(open -> tariff.quote(open.lines(), store, open.cart().currency(), discounts, false))
                .map(priced -> new Couponing.Reckoned(priced.quote(), priced.refusal()));
    }

    /** Who buys, where somebody is named. */
    public Optional<CustomerId> buyer(HttpSession session, Location store) {
        return sales.current(session, store).map(open -> open.sale().customer());
    }

    /** In which money baskets of this store are. */
    public Currency currency(Location store) {
        return tariff.currency(store);
    }

    /** The hand is empty: the next scan begins a new basket. */
    public void letGo(HttpSession session) {
        sales.forget(session);
    }

    /** Takes a basket up, as a new attempt to pay. */
    public void take(HttpSession session, Location store, CartId cart, Map<Sku, Integer> home, @Nullable CustomerId customer) {
        var sale = Sale.of(cart, store.id()).customer(customer);
        for (var one : home.entrySet()) {
            sale = sale.sendHome(one.getKey(), one.getValue());
        }
        sales.keep(session, sale);
    }
}
