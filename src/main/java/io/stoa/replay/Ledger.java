package io.stoa.replay;

import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the buyers of the replay were told, and what went into the shops: so many pieces put in, promised by an answer 201,
 * given back by a cancellation. Knows nothing of Stoa's tables. What was promised less what was given back may never be more
 * than was put in. The buyers' own give-backs are noted before they are asked for and taken back when refused, so that whoever
 * gets the pieces next is never counted too early; for those of others {@link Account} waits until the log was heard.
 * Thread-safe.
 */
final class Ledger {

    /** How many of the newest orders are remembered, to recognise one that is acknowledged twice. */
    static final int ORDERS_MAX = 20_000;

    private final Map<Sku, Account> accounts = new HashMap<>();
    private final Map<OrderId, Map<Sku, Integer>> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, Map<Sku, Integer>> eldest) {
            return size() > ORDERS_MAX;
        }
    };
    private final LongSupplier end;
    private final LongSupplier clock;
    private long heard;
    private long twice;

    /** {@code end} tells how long the log is, {@code clock} the nanoseconds that pass. */
    Ledger(LongSupplier end, LongSupplier clock) {
        this.end = end;
        this.clock = clock;
    }

    synchronized void putIn(Sku sku, long pieces) {
        account(sku).putIn(pieces);
    }

    /** An order was acknowledged. The same order for another request is a mistake of the shop, and counted as such. */
    synchronized void promised(OrderId order, Map<Sku, Integer> pieces) {
        if (open.putIfAbsent(order, Map.copyOf(pieces)) != null) {
            twice++;
        }
        pieces.forEach((sku, count) -> account(sku).promised(count));
        judge(pieces);
    }

    /** Only a promise beyond what there was, as far as is known yet, asks how long the log is. */
    private void judge(Map<Sku, Integer> pieces) {
        for (var sku : pieces.keySet()) {
            if (account(sku).unexplained() > 0) {
                account(sku).suspect(lengthOfLog(), clock.getAsLong());
                account(sku).heard(heard);
            }
        }
    }

    /** A log that cannot be asked is waited for. */
    private long lengthOfLog() {
        try {
            return end.getAsLong();
        } catch (RuntimeException away) {
            return Long.MAX_VALUE;
        }
    }

    /** All that the log says up to this place was noted here. */
    synchronized void heard(long position) {
        if (position > heard) {
            heard = position;
            accounts.values().forEach(account -> account.heard(position));
        }
    }

    /** All that the order still has is about to be given back; answers what that is, for {@link #kept}. */
    synchronized Map<Sku, Integer> givingBack(OrderId order) {
        var pieces = open.getOrDefault(order, Map.of());
        take(order, pieces).forEach((sku, count) -> account(sku).givenBack(count));
        return pieces;
    }

    /** The log says at this place that all that the order still had was given back. */
    synchronized void ended(OrderId order, long at) {
        givenBack(order, open.getOrDefault(order, Map.of()), at);
    }

    /** The log says at this place that pieces were given back: never more than a known order still has, whatever is told twice. */
    synchronized void givenBack(OrderId order, Map<Sku, Integer> pieces, long at) {
        take(order, pieces).forEach((sku, count) -> account(sku).givenBack(count, at));
    }

    private Map<Sku, Integer> take(OrderId order, Map<Sku, Integer> pieces) {
        var left = open.get(order);
        var back = left == null ? pieces : common(left, pieces);
        open.computeIfPresent(order, (same, had) -> difference(had, back));
        return back;
    }

    /** The giving back was refused: the order keeps its pieces. */
    synchronized void kept(OrderId order, Map<Sku, Integer> pieces) {
        pieces.forEach((sku, count) -> account(sku).givenBack(-count));
        open.computeIfPresent(order, (same, had) -> sum(had, pieces));
        judge(pieces);
    }

    /** The newest orders that were acknowledged, at most {@value #ORDERS_MAX}. */
    synchronized List<OrderId> acknowledged() {
        return List.copyOf(open.keySet());
    }

    synchronized boolean knows(OrderId order) {
        return open.containsKey(order);
    }

    /** What was promised beyond what there was, worst first; empty when no promise was broken. Once proven, it stays. */
    synchronized List<Standing.Oversold> oversold() {
        long now = clock.getAsLong();
        return accounts.entrySet().stream()
                .map(account -> new Standing.Oversold(account.getKey(), account.getValue().oversold(now)))
                .filter(oversold -> oversold.pieces() > 0)
                .sorted(Comparator.comparingLong(Standing.Oversold::pieces).reversed())
                .toList();
    }

    synchronized long totalPutIn() {
        return accounts.values().stream().mapToLong(account -> account.putIn()).sum();
    }

    synchronized long totalPromised() {
        return accounts.values().stream().mapToLong(account -> account.promised()).sum();
    }

    synchronized long totalGivenBack() {
        return accounts.values().stream().mapToLong(account -> account.givenBack()).sum();
    }

    synchronized long twice() {
        return twice;
    }

    private Account account(Sku sku) {
        return accounts.computeIfAbsent(sku, same -> new Account());
    }

    private static Map<Sku, Integer> common(Map<Sku, Integer> had, Map<Sku, Integer> back) {
        var common = new HashMap<Sku, Integer>();
        back.forEach((sku, count) -> common.put(sku, Math.min(count, had.getOrDefault(sku, 0))));
        return common;
    }

    private static Map<Sku, Integer> difference(Map<Sku, Integer> had, Map<Sku, Integer> back) {
        var left = new HashMap<>(had);
        back.forEach((sku, count) -> left.computeIfPresent(sku, (same, before) -> before > count ? before - count : null));
        return Map.copyOf(left);
    }

    private static Map<Sku, Integer> sum(Map<Sku, Integer> one, Map<Sku, Integer> other) {
        var sum = new HashMap<>(one);
        other.forEach((sku, count) -> sum.merge(sku, count, Integer::sum));
        return Map.copyOf(sum);
    }
}
