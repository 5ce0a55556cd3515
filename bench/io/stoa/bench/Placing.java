package io.stoa.bench;

import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.payments.gateway.CardToken;
import io.stoa.database.DatabaseServer;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.Quantity;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Buyers inside the application, who call {@link Orders} without HTTP. */
final class Placing {

    private static final Touchpoint WEB = Touchpoint.of(Channel.WEB, Actor.GUEST);
    private static final Delivery DELIVERY = new Delivery.Collect(Assortment.PLACE);
    private static final PlaceOrder.Paying CARD = new PlaceOrder.Paying.ByCard(new CardToken("tok_approve"));

    private final ApplicationContext context;
    private final Assortment assortment;
    private final Ledger ledger;

    Placing(ApplicationContext context, Assortment assortment) {
        this.context = context;
        this.assortment = assortment;
        this.ledger = new Ledger(assortment.skus());
    }

    Ledger ledger() {
        return ledger;
    }

    /** {@code place BUYERS WARM-UP SECONDS hot|spread card|later}. */
    Result run(String[] words) throws Exception {
        var orders = context.getBean(Orders.class);
        boolean hot = words[4].equals("hot");
        var paying = words[5].equals("card") ? CARD : new PlaceOrder.Paying.Later();
        var address = context.getBean(DatabaseServer.class).address();
        try (var meter = new Meter(ProcessHandle.current().pid(), address)) {
            return Load.run(
                    Integer.parseInt(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    meter,
                    number -> () -> buy(orders, Pair.random(assortment.skus(), hot), paying));
        }
    }

    private Load.Answer buy(Orders orders, Pair pair, PlaceOrder.Paying paying) {
        var lines = List.of(line(pair.first()), line(pair.second()));
        var asked = new PlaceOrder(
                UUID.randomUUID().toString(),
                "bench",
                null,
                lines,
                DELIVERY,
                Assortment.USD,
                null,
                Contact.NONE,
                paying,
                WEB);
        try {
            if (orders.place(asked) instanceof PlaceOutcome.Placed) {
                ledger.add(pair);
                return Load.Answer.PLACED;
            }
            return Load.Answer.REFUSED;
        } catch (GroupCommit.Overloaded busy) {
            return Load.Answer.BUSY;
        }
    }

    private static CartView.Line line(int sku) {
        return new CartView.Line(Assortment.sku(sku), Quantity.of(1));
    }
}
