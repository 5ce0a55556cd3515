package io.stoa.replay;

import io.stoa.replay.Client.Answer;
import io.stoa.replay.Client.From;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Plays the stores, one after the other: each does the next step of everything that waits there. Now and then one is too busy
 * and rejects, so that the order has to be served from elsewhere. A visitor of the demo keeps their own order: the stores wait
 * a minute before they begin with it, so that another store can still be chosen, and nobody comes to collect it instead.
 */
final class StoreHands {

    private static final long PAUSE_MILLIS = 300;

    /** One in fifteen, by the number of its shipment. */
    static final LongPredicate SOME_REJECTED = shipment -> shipment % 15 == 0;

    private static final Duration TIME_TO_CHANGE = Duration.ofMinutes(1);

    private final Client client;
    private final Predicate<OrderId> replayed;
    private final LongPredicate rejects;
    private final AtomicLong rejected = new AtomicLong();

    /** {@code replayed} knows the orders of the replay's own buyers, {@code rejects} the shipments that a store says it cannot do. */
    StoreHands(Client client, Predicate<OrderId> replayed, LongPredicate rejects) {
        this.client = client;
        this.replayed = replayed;
        this.rejects = rejects;
    }

    long rejected() {
        return rejected.get();
    }

    /** Works until it is interrupted; not at all in a shop whose stores have no lists of work. */
    void work(List<LocationId> stores) throws InterruptedException {
        while (!stores.isEmpty()) {
            for (var store : stores) {
                if (round(store) == 404) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** One step for everything that waits in one store; answers the status of the list. */
    int round(LocationId store) throws InterruptedException {
        var from = new From(Channel.TILL, store);
        var list = client.get(from, "/api/v1/shipments?location=" + store + "&size=50");
        for (var shipment : list.body().path("items")) {
            if (!isLeftToVisitor(shipment)) {
                advance(from, shipment);
            }
        }
        return list.status();
    }

    private boolean isLeftToVisitor(JsonNode shipment) {
        return switch (shipment.path("state").asString("")) {
            case "PLACED" -> isVisitors(shipment) && isYoung(shipment);
            case "READY", "ARRIVED" -> isVisitors(shipment);
            default -> false;
        };
    }

    private boolean isVisitors(JsonNode shipment) {
        return !replayed.test(new OrderId(shipment.path("order").asLong()));
    }

    private static boolean isYoung(JsonNode shipment) {
        return Instant.parse(shipment.path("placedAt").asString()).isAfter(Instant.now().minus(TIME_TO_CHANGE));
    }

    private void advance(From from, JsonNode shipment) throws InterruptedException {
        long id = shipment.path("id").asLong();
        var path = "/api/v1/shipments/" + id + "/";
        boolean sent = shipment.path("kind").asString("").equals("SHIP");
        switch (shipment.path("state").asString("")) {
            case "PLACED" -> begin(from, path, id);
            case "ACCEPTED" -> step(client.post(from, path + "picking", Map.of()));
            case "PICKING" -> step(client.post(from, path + (sent ? "packing" : "readiness"), Map.of()));
            case "PACKED" -> step(client.post(from, path + "dispatch", Map.of("tracking", "PARCEL-" + id)));
            case "READY" -> step(client.post(from, path + "arrival", Map.of()));
            case "ARRIVED" -> handOver(from, path, id);
            default -> {}
        }
    }

    private void begin(From from, String path, long id) throws InterruptedException {
        if (!rejects.test(id)) {
            step(client.post(from, path + "acceptance", Map.of()));
        } else if (client.post(from, path + "rejection", Map.of("reason", "TOO_BUSY")).ok()) {
            rejected.incrementAndGet();
        }
    }

    private void handOver(From from, String path, long id) throws InterruptedException {
        var proof = Map.of("type", "OVERRIDE", "why", "IDENTITY_CHECKED");
        step(client.post(from, path + "handover", Map.of("proof", proof, "pieces", List.of()), "replay-handover-" + id));
    }

    /** A step that does not follow any more, because the buyer cancelled meanwhile, is left. */
    private static void step(Answer answer) {
        if (answer.status() == 0) {
            throw new IllegalStateException("The shop does not answer");
        }
    }
}
