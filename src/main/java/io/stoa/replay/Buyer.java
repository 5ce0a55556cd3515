package io.stoa.replay;

import io.stoa.orders.Delivery;
import io.stoa.replay.Client.Answer;
import io.stoa.replay.Client.From;
import io.stoa.shared.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buys what past orders asked for: fills a cart, says how the goods shall leave, orders, pays, and sometimes regrets it. */
final class Buyer {

    private static final Logger LOG = LoggerFactory.getLogger(Buyer.class);
    private static final int WARNINGS_MAX = 20;

    private final Client client;
    private final Ledger ledger;
    private final String run;
    private final AtomicLong placed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong declined = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong surprises = new AtomicLong();

    /** {@code run} makes the keys of this replay its own. */
    Buyer(Client client, Ledger ledger, String run) {
        this.client = client;
        this.ledger = ledger;
        this.run = run;
    }

    long placed() {
        return placed.get();
    }

    long refused() {
        return refused.get();
    }

    long declined() {
        return declined.get();
    }

    long cancelled() {
        return cancelled.get();
    }

    /** Runs the errand; where its place has too few, the goods are ordered once more to be sent home. Answers whether it was bought. */
    boolean run(Errand errand, long turn) throws InterruptedException {
        if (buy(errand, run + "-" + turn)) {
            return true;
        }
        return !errand.isSentHome() && buy(errand.sentHome(), run + "-" + turn + "-home");
    }

    private boolean buy(Errand errand, String key) throws InterruptedException {
        var from = new From(errand.door(), errand.till());
        var cart = filled(errand, from);
        if (cart == 0) {
            return false;
        }
        var answer = client.post(from, "/api/v1/orders", order(cart, errand), key);
        return switch (answer.status()) {
            case 200, 201 -> acknowledged(errand, from, answer.body().path("id").asLong());
            case 402 -> payAgain(errand, from, answer.body().path("order").asLong());
            case 409 -> turnedAway(answer);
            default -> surprised("ordering", answer);
        };
    }

    private long filled(Errand errand, From from) throws InterruptedException {
        var opened = client.post(from, "/api/v1/carts", Map.of());
        long cart = opened.body().path("id").asLong();
        if (!opened.ok()) {
            return nothing("opening a cart", opened);
        }
        for (var line : errand.past().pieces().entrySet()) {
            var put = client.put(
                    from, "/api/v1/carts/" + cart + "/lines/" + line.getKey(), Map.of("quantity", line.getValue()));
            if (!put.ok()) {
                return nothing("filling a cart", put);
            }
        }
        var chosen = client.put(from, "/api/v1/carts/" + cart + "/delivery", wish(errand.delivery()));
        return chosen.ok() ? cart : nothing("choosing a delivery", chosen);
    }

    /** No cart: the id 0. */
    private long nothing(String doing, Answer answer) {
        var _ = surprised(doing, answer);
        return 0;
    }

    private static Map<String, Object> wish(Delivery delivery) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("type", delivery.kind());
        switch (delivery) {
            case Delivery.Ship ship -> wish.put("to", ship.to());
            case Delivery.Collect collect -> wish.put("store", collect.store());
            case Delivery.TakeAway takeAway -> wish.put("store", takeAway.store());
            case Delivery.Mixed mixed -> throw new IllegalArgumentException("Nobody bought in two ways then: " + mixed);
        }
        return wish;
    }

    private static Map<String, Object> order(long cart, Errand errand) {
        var payment = errand.paying() == Errand.Paying.CASH
                ? Map.of("tender", "CASH")
                : Map.of("tender", "CARD", "token", errand.paying().token());
        var contact = Map.of("email", "buyer-" + errand.past().customer() + "@shop.example");
        return Map.of("cart", cart, "payment", payment, "contact", contact);
    }

    private boolean acknowledged(Errand errand, From from, long id) throws InterruptedException {
        var order = new OrderId(id);
        ledger.promised(order, errand.past().pieces());
        placed.incrementAndGet();
        if (errand.regrets()) {
            regret(order, from);
        }
        return true;
    }

    private boolean payAgain(Errand errand, From from, long id) throws InterruptedException {
        declined.incrementAndGet();
        ledger.promised(new OrderId(id), errand.past().pieces());
        placed.incrementAndGet();
        var paid = client.post(
                from, "/api/v1/orders/" + id + "/payments", Map.of("token", Errand.Paying.CARD.token()));
        return paid.ok() || surprised("paying again", paid);
    }

    private void regret(OrderId order, From from) throws InterruptedException {
        var pieces = ledger.givingBack(order);
        var answer = client.post(
                from, "/api/v1/orders/" + order + "/cancellation", Map.of("reason", "The buyer changed their mind"));
        if (answer.ok()) {
            cancelled.incrementAndGet();
        } else {
            ledger.kept(order, pieces);
        }
    }

    private boolean turnedAway(Answer answer) {
        if (answer.body().path("shortages").isMissingNode()) {
            return surprised("ordering", answer);
        }
        refused.incrementAndGet();
        return false;
    }

    /** Answers false, and tells of it the first times. */
    private boolean surprised(String doing, Answer answer) {
        if (surprises.incrementAndGet() <= WARNINGS_MAX) {
            LOG.warn("The replay did not expect {} when {}: {}", answer.status(), doing, answer.body());
        }
        return false;
    }
}
