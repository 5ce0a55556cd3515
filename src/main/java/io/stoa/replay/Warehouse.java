package io.stoa.replay;

import io.stoa.replay.Client.From;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Knows what lay where when the replay began, and fills the shelves up to that again. */
final class Warehouse {

    private static final From DOOR = new From(Channel.TILL, null);
    private static final int PAGE = 200;
    private static final int PAGES_MAX = 500;
    private static final int PIECES_LEAST = 3;

    private final Client client;
    private final Ledger ledger;
    private final String run;
    private final Map<Place, Long> opening = new HashMap<>();
    private final AtomicLong restocked = new AtomicLong();

    private record Place(Sku sku, LocationId location) {}

    private record Row(Place place, long onHand, long allocated, long held) {
        /** Less than none when a count found fewer pieces than were promised. */
        long free() {
            return onHand - allocated - held;
        }

        long promisable() {
            return Math.max(0, free());
        }
    }

    Warehouse(Client client, Ledger ledger, String run) {
        this.client = client;
        this.ledger = ledger;
        this.run = run;
    }

    /** Stores at which one can collect, by their ids. */
    List<LocationId> pickups() throws InterruptedException {
        return places().stream()
                .filter(place -> contains(place.path("services"), "PICKUP") && place.path("open").asBoolean())
                .map(place -> new LocationId(place.path("id").asString()))
                .toList();
    }

    /** Writes down what there is that nobody was promised yet. */
    synchronized void takeStock() throws InterruptedException {
        for (var row : rows()) {
            opening.put(row.place(), row.onHand());
            ledger.putIn(row.place().sku(), row.promisable());
        }
    }

    /** Fills up what runs short. The ledger is told first, for the goods may be sold before the answer is here. */
    synchronized void restock() throws InterruptedException {
        long round = restocked.incrementAndGet();
        var wanted = new ArrayList<Map<String, Object>>();
        for (var row : rows()) {
            long full = Math.max(PIECES_LEAST, opening.getOrDefault(row.place(), 0L));
            long missing = full - row.free();
            if (missing > full / 2) {
                ledger.putIn(row.place().sku(), full - row.promisable());
                wanted.add(receipt(row.place(), missing, round));
            }
        }
        for (int from = 0; from < wanted.size(); from += PAGE) {
            var batch = wanted.subList(from, Math.min(from + PAGE, wanted.size()));
            var answer = client.post(DOOR, "/api/v1/stock/movements", batch);
            if (!answer.ok()) {
                throw new IllegalStateException("Goods were not received: " + answer);
            }
        }
    }

    long restocked() {
        return restocked.get();
    }

    private Map<String, Object> receipt(Place place, long pieces, long round) {
        return Map.of(
                "id", "replay:%s:%d:%s@%s".formatted(run, round, place.sku(), place.location()),
                "sku", place.sku(),
                "location", place.location(),
                "kind", "RECEIVED",
                "quantity", pieces,
                "reason", "Delivered by the supplier");
    }

    private List<JsonNode> places() throws InterruptedException {
        return all("/api/v1/locations?size=" + PAGE);
    }

    private List<Row> rows() throws InterruptedException {
        var rows = new ArrayList<Row>();
        for (var place : places()) {
            var id = place.path("id").asString();
            all("/api/v1/stock?location=" + id + "&size=" + PAGE).forEach(row -> rows.add(row(row)));
        }
        return rows;
    }

    private static Row row(JsonNode row) {
        return new Row(
                new Place(
                        new Sku(row.path("sku").asString()),
                        new LocationId(row.path("location").asString())),
                row.path("onHand").asLong(),
                row.path("allocated").asLong(),
                row.path("held").asLong());
    }

    private List<JsonNode> all(String path) throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        var after = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            var answer = client.get(DOOR, path + (after.isEmpty() ? "" : "&after=" + after));
            answer.body().path("items").forEach(all::add);
            if (!answer.body().path("next").isString()) {
                return all;
            }
            after = answer.body().path("next").asString();
        }
        return all;
    }

    private static boolean contains(JsonNode names, String name) {
        for (var one : names) {
            if (one.asString("").equals(name)) {
                return true;
            }
        }
        return false;
    }
}
