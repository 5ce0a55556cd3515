package io.stoa.proof;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;

import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.inventory.NewTransfer;
import io.stoa.inventory.Transfer;
import io.stoa.inventory.TransferOutcome;
import io.stoa.orders.CartView;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.gateway.CardToken;
import io.stoa.proof.InventoryHistory.Step;
import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * One history on fresh places and articles. What the actors were told is kept, to be held against all books afterwards. Only
 * the last article is counted and damaged: of the others nothing may ever be promised beyond what is there.
 */
final class HistoryRun {

    static final int BRUISED = InventoryHistory.ARTICLES - 1;

    private static final List<String> CARDS =
            List.of("tok_approve", "tok_approve", "tok_twice", "tok_decline", "tok_timeout", "tok_timeout_declined");

    final List<LocationId> places = new ArrayList<>();
    final List<Sku> articles = new ArrayList<>();
    final List<OrderId> placed = new CopyOnWriteArrayList<>();
    final Map<Sku, Integer> putIn = new ConcurrentHashMap<>();
    final Map<Sku, Integer> handedOver = new ConcurrentHashMap<>();
    final Map<OrderId, List<CartView.Line>> promised = new ConcurrentHashMap<>();
    private final Queue<Transfer> sent = new ConcurrentLinkedQueue<>();
    final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    private final InventoryHistoryTest shop;
    private final InventoryHistory history;

    HistoryRun(InventoryHistoryTest shop, InventoryHistory history) {
        this.shop = shop;
        this.history = history;
        for (int place = 0; place < InventoryHistory.PLACES; place++) {
            places.add(shop.retailer.store("place"));
        }
        for (int article = 0; article < InventoryHistory.ARTICLES; article++) {
            articles.add(shop.retailer.article("thing", 333));
            for (int place = 0; place < places.size(); place++) {
                int pieces = history.pieces().get(article * places.size() + place);
                if (pieces > 0) {
                    receive(articles.get(article), places.get(place), pieces);
                }
            }
        }
    }

    /** Runs all actors at once; each takes its own steps in their order. */
    void all() {
        try (var threads = Executors.newFixedThreadPool(InventoryHistory.ACTORS)) {
            for (int actor = 0; actor < InventoryHistory.ACTORS; actor++) {
                int me = actor;
                threads.execute(() ->
                        history.steps().stream().filter(step -> step.actor() == me).forEach(this::survive));
            }
        }
    }

    private void survive(Step step) {
        try {
            take(step);
        } catch (RuntimeException surprise) {
            surprises.add(step + ": " + surprise);
        }
    }

    private void take(Step step) {
        var article = articles.get(step.article());
        var place = places.get(step.place());
        switch (step.deed()) {
            case SHIP -> place(step, new Delivery.Ship(HOME), paying(step));
            case COLLECT -> place(step, new Delivery.Collect(place), paying(step));
            case BOTH -> place(step, new Delivery.Mixed(HOME, place, List.of(article)), paying(step));
            case TAKE_AWAY -> place(step, new Delivery.TakeAway(place), new PlaceOrder.Paying.InCash());
            case PAY -> picked(step).ifPresent(order -> said(shop.orders.pay(order.id(), token(step), WEB)));
            case CANCEL -> picked(step).ifPresent(order -> said(shop.orders.cancel(order.id(), "no more", WEB)));
            case REROUTE -> part(step).ifPresent(part -> reroute(step, part));
            case FULFIL -> part(step).ifPresent(this::fulfil);
            case RECEIVE -> receive(article, place, step.pieces());
            case COUNT -> count(articles.get(BRUISED), place, step.pieces() - 1);
            case DAMAGE -> damage(articles.get(BRUISED), place);
            case SEND -> send(article, place, step);
            case ARRIVE -> arrive(step);
            case EXPIRE -> said(shop.sweeper.sweep());
        }
    }

    /** One line of the article, and for every other step, and to go both ways, a second one of the next, so that two orders meet crosswise. */
    private void place(Step step, Delivery delivery, PlaceOrder.Paying paying) {
        var lines = new ArrayList<CartView.Line>();
        lines.add(line(articles.get(step.article()), step.pieces()));
        if (step.pick() % 2 == 0 || delivery instanceof Delivery.Mixed) {
            lines.add(line(articles.get((step.article() + 1) % articles.size()), 1));
        }
        var asked = order(delivery, paying, lines.toArray(CartView.Line[]::new));
        switch (shop.orders.place(asked)) {
            case PlaceOutcome.Placed(var id, var state, var total, var repeated) -> promise(id, lines, delivery);
            case PlaceOutcome.CardDeclined(var id, var reason) -> promise(id, lines, delivery);
            case PlaceOutcome.OutOfStock none -> said(none);
            case PlaceOutcome refusal -> surprises.add(step + ": " + refusal);
        }
    }

    private void promise(OrderId id, List<CartView.Line> lines, Delivery delivery) {
        promised.put(id, List.copyOf(lines));
        placed.add(id);
        if (delivery instanceof Delivery.TakeAway) {
            lines.forEach(line -> handedOver.merge(line.sku(), line.quantity().units(), Integer::sum));
        }
    }

    private static PlaceOrder.Paying paying(Step step) {
        return step.pick() % 5 == 0 ? new PlaceOrder.Paying.Later() : card(CARDS.get(step.pick() % CARDS.size()));
    }

    private static CardToken token(Step step) {
        return new CardToken(CARDS.get(step.pieces() % CARDS.size()));
    }

    private Optional<OrderView> picked(Step step) {
        var now = List.copyOf(placed);
        return now.isEmpty() ? Optional.empty() : shop.orders.find(now.get(step.pick() % now.size()));
    }

    private record Piece(OrderId order, Part part) {}

    private Optional<Piece> part(Step step) {
        return picked(step)
                .filter(order -> !order.parts().isEmpty())
                .map(order -> new Piece(order.id(), order.parts().get(step.pieces() % order.parts().size())));
    }

    private void reroute(Step step, Piece piece) {
        said(shop.orders.reroute(piece.order(), piece.part(), Set.of(), "not found " + step.pick(), WEB));
    }

    private void fulfil(Piece piece) {
        switch (shop.orders.fulfil("h" + UUID.randomUUID(), piece.order(), piece.part(), WEB)) {
            case ChangeOutcome.Done done ->
                piece.part().lines().forEach(line -> handedOver.merge(line.sku(), line.quantity().units(), Integer::sum));
            case ChangeOutcome.NotThere(var sku, var place, int onHand) when !sku.equals(articles.get(BRUISED)) ->
                surprises.add("%d of %s at %s, which nobody counted".formatted(onHand, sku, place));
            case ChangeOutcome refusal -> said(refusal);
        }
    }

    private void receive(Sku article, LocationId place, int pieces) {
        var receipt = movement(article, place, MovementKind.RECEIVED, pieces);
        int first = shop.inventory.move(List.of(receipt), WEB);
        int second = shop.inventory.move(List.of(receipt), WEB);
        putIn.merge(article, pieces, Integer::sum);
        if (first != 1 || second != 0) {
            surprises.add("received %d and %d times: %s".formatted(first, second, receipt));
        }
    }

    private void count(Sku article, LocationId place, int pieces) {
        said(shop.inventory.move(List.of(movement(article, place, MovementKind.COUNTED, pieces)), WEB));
    }

    private void damage(Sku article, LocationId place) {
        try {
            said(shop.inventory.move(List.of(movement(article, place, MovementKind.DAMAGED, 1)), WEB));
        } catch (IllegalArgumentException nothingThere) {
            said(nothingThere);
        }
    }

    /** To the other place; sent twice over with one key, it leaves once. */
    private void send(Sku article, LocationId from, Step step) {
        var to = places.get((places.indexOf(from) + 1) % places.size());
        var wish = new NewTransfer("h" + UUID.randomUUID(), from, to, Map.of(article, Quantity.of(step.pieces())));
        if (shop.transfers.send(wish, WEB) instanceof TransferOutcome.Done(Transfer transfer, boolean repeated)) {
            sent.add(transfer);
            if (!(shop.transfers.send(wish, WEB) instanceof TransferOutcome.Done(Transfer again, boolean known)
                    && known
                    && again.id().equals(transfer.id()))) {
                surprises.add("sent twice: " + transfer);
            }
        }
    }

    /** All of it; of the article that may be counted, one piece gets lost. */
    private void arrive(Step step) {
        var now = List.copyOf(sent);
        if (!now.isEmpty()) {
            var transfer = now.get(step.pick() % now.size());
            var line = transfer.lines().getFirst();
            int lost = line.sku().equals(articles.get(BRUISED)) ? 1 : 0;
            said(shop.transfers.receive(transfer.id(), Map.of(line.sku(), line.sent() - lost), WEB));
        }
    }

    private static Movement movement(Sku article, LocationId place, MovementKind kind, int pieces) {
        return new Movement("history-" + UUID.randomUUID(), article, place, kind, pieces, "history");
    }

    /** What an actor hears of such things does not matter here: the books tell. */
    private static void said(Object outcome) {
        if (outcome.toString().isEmpty()) {
            throw new IllegalStateException("An outcome says nothing");
        }
    }
}
