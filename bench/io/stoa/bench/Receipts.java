package io.stoa.bench;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What buyers were told, kept outside everything that is tested: the ledger that its books are held against. Thread-safe. */
public final class Receipts {

    private final Map<String, Receipt> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** What a buyer asks for. */
    record Asked(String key, Pair pair, String paying) {
        String body() {
            var payment = paying.equals("later")
                    ? "{\"tender\":\"LATER\"}"
                    : "{\"tender\":\"CARD\",\"token\":\"" + paying + "\"}";
            return "{\"lines\":[{\"sku\":\"" + Assortment.sku(pair.first()) + "\",\"quantity\":1},{\"sku\":\""
                    + Assortment.sku(pair.second()) + "\",\"quantity\":1}],\"delivery\":{\"type\":\"COLLECT\",\"store\":\""
                    + Assortment.PLACE + "\"},\"payment\":" + payment + "}";
        }
    }

    /** An order that the shop has acknowledged, and whether it said that it is paid. */
    record Receipt(Asked asked, long order, boolean paid) {}

    /** Keeps an answer; says whether it was one. An overloaded or broken shop has not answered. */
    boolean note(Asked asked, Wire.Answer answer) {
        return switch (answer.status()) {
            case 200, 201 -> keep(new Receipt(asked, answer.number("id"), answer.body().contains("\"PLACED\"")));
            case 402 -> keep(new Receipt(asked, answer.number("order"), false));
            case 409 -> refused.add(asked.key()) || refused.contains(asked.key());
            case 500, 502, 503, 504 -> false;
            default -> surprises.add(answer.status() + " " + answer.body());
        };
    }

    private boolean keep(Receipt receipt) {
        var before = acknowledged.putIfAbsent(receipt.asked().key(), receipt);
        if (before != null && before.order() != receipt.order()) {
            return surprises.add("one key, two orders: " + before + " and " + receipt);
        }
        return true;
    }

    void unanswered(Asked asked) {
        boolean first = unanswered.add(asked.key());
        assert first : asked;
    }

    /** How many orders the shop has acknowledged. */
    public int count() {
        return acknowledged.size();
    }

    Collection<Receipt> all() {
        return acknowledged.values();
    }

    Set<String> refused() {
        return refused;
    }

    Set<String> unanswered() {
        return unanswered;
    }

    Collection<String> surprises() {
        return surprises;
    }

    boolean isKnown(String key) {
        return acknowledged.containsKey(key) || unanswered.contains(key);
    }

    /** How many pieces of each article were promised to buyers. */
    Ledger ledger(int skus) {
        var ledger = new Ledger(skus);
        acknowledged.values().forEach(receipt -> ledger.add(receipt.asked().pair()));
        return ledger;
    }
}
