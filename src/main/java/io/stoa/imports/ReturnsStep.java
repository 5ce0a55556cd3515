package io.stoa.imports;

import io.stoa.imports.StageTable.Article;
import io.stoa.imports.StageTable.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the purchase that a returned line belongs to: of the same customer, the same article at the same price, not later,
 * the latest with that many pieces left. The line then joins that order. Returns without one stay orders of their own,
 * refunds without a purchase.
 */
final class ReturnsStep implements Step {

    private static final String LABEL = "Returns matched with purchases";
    private static final int BATCH_CUSTOMERS = 50;

    /** A purchased line and how many pieces of it were not given back yet. */
    private static final class Purchase {
        private final String order;
        private int left;

        Purchase(String order, int left) {
            this.order = order;
            this.left = left;
        }
    }

    @Override
    public String label() {
        return LABEL;
    }

    /** Begins anew every time: what moved already is no return of its order any more. */
    @Override
    public void run(Run run, long rowsDone) {
        run.stage().analyse();
        long done = rowsDone;
        var after = "";
        for (var customers = run.stage().customersWithReturns(after, BATCH_CUSTOMERS);
                !customers.isEmpty();
                customers = run.stage().customersWithReturns(after, BATCH_CUSTOMERS)) {
            done += customers.size();
            var batch = customers;
            run.batch(done, () -> batch.forEach(customer -> match(run, customer)));
            after = customers.getLast();
            run.progress().at(run.tallies().count(label()).read, 0, 0);
        }
    }

    private void match(Run run, String customer) {
        var purchases = new HashMap<Article, Deque<Purchase>>();
        var returned = new ArrayList<Trade>();
        var orders = new ArrayList<String>();
        for (var trade : run.stage().tradesOf(customer)) {
            if (trade.quantity() > 0) {
                purchases
                        .computeIfAbsent(trade.article(), article -> new ArrayDeque<>())
                        .push(new Purchase(trade.order(), trade.quantity()));
            } else {
                find(trade, purchases).ifPresent(purchase -> {
                    returned.add(trade);
                    orders.add(purchase);
                });
            }
        }
        move(run, returned, orders);
    }

    private static java.util.Optional<String> find(Trade trade, Map<Article, Deque<Purchase>> purchases) {
        return purchases.getOrDefault(trade.article(), new ArrayDeque<>()).stream()
                .filter(purchase -> purchase.left >= -trade.quantity())
                .findFirst()
                .map(purchase -> {
                    purchase.left += trade.quantity();
                    return purchase.order;
                });
    }

    private static void move(Run run, List<Trade> returned, List<String> orders) {
        var moving = new ArrayList<Trade>();
        var targets = new ArrayList<String>();
        for (int i = 0; i < returned.size(); i++) {
            // A line that a killed run moved already counts as matched, and stays.
            if (!returned.get(i).order().equals(orders.get(i))) {
                moving.add(returned.get(i));
                targets.add(orders.get(i));
            }
        }
        if (!moving.isEmpty()) {
            run.stage().move(moving, targets);
            run.tallies().returnsMatched += moving.size();
            run.tallies().count(LABEL).read += moving.size();
            run.tallies().count(LABEL).taken += moving.size();
        }
    }
}
