package io.stoa.imports;

import static java.util.stream.Collectors.groupingBy;

import io.stoa.feeds.Reason;
import io.stoa.feeds.Why;
import io.stoa.imports.StageTable.Head;
import io.stoa.imports.StageTable.Line;
import io.stoa.orders.past.PastOrder;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes past orders of the heads and lines that wait, oldest first, and records them as history that takes no stock. */
final class HistoryStep implements Step {

    private static final int BATCH_ORDERS = 100;

    private final Shop shop;
    private final String source;

    private record Assembled(Head head, List<Line> lines, PastOrder order) {}

    HistoryStep(Shop shop, String source) {
        this.shop = shop;
        this.source = source;
    }

    @Override
    public String label() {
        return "Past orders";
    }

    /** What is recorded is taken out of the waiting tables in the same transaction, so the rest is what waits. */
    @Override
    public void run(Run run, long rowsDone) {
        run.stage().analyse();
        dropOrphans(run, rowsDone);
        var total = rowsDone + run.stage().heads();
        for (long done = rowsDone; done < total; done += BATCH_ORDERS) {
            var rows = Math.min(total, done + BATCH_ORDERS);
            run.batch(rows, () -> take(run));
            run.progress().at(run.tallies().count(label()).read, rows, total);
        }
    }

    private void dropOrphans(Run run, long rowsDone) {
        var left = new boolean[] {true};
        while (left[0]) {
            run.batch(rowsDone, () -> {
                var orphans = run.stage().takeOrphans(FileStep.BATCH_ROWS);
                orphans.forEach(line -> reject(run, line, new Reason(Why.ORPHAN, "its order … is nowhere described", line.order())));
                left[0] = !orphans.isEmpty();
            });
        }
    }

    private void take(Run run) {
        var heads = run.stage().takeHeads(BATCH_ORDERS);
        run.tallies().count(label()).read += heads.size();
        var lines = run.stage().takeLines(heads.stream().map(Head::order).toList()).stream()
                .collect(groupingBy(Line::order));
        var orders = new ArrayList<Assembled>();
        heads.stream()
                .sorted(Comparator.comparing(Head::at).thenComparing(Head::order))
                .forEach(head -> assemble(run, head, lines).ifPresent(orders::add));
        record(run, orders);
    }

    private void record(Run run, List<Assembled> orders) {
        var refused = new java.util.HashSet<Integer>();
        for (var refusal : run.patiently(orders, this::write)) {
            refused.add(refusal.index());
            orders.get(refusal.index()).lines().forEach(line -> reject(run, line, refusal.reason()));
        }
        for (int i = 0; i < orders.size(); i++) {
            if (!refused.contains(i)) {
                written(run, orders.get(i).order());
            }
        }
    }

    private List<Facts.Refusal> write(List<Assembled> orders) {
        shop.history(orders.stream().map(Assembled::order).toList());
        return List.of();
    }

    private void written(Run run, PastOrder order) {
        run.tallies().count(label()).taken++;
        order.lines()
                .forEach(line -> run.tallies()
                        .addWritten(
                                order.currency().getCurrencyCode(), line.gross().decimal()));
    }

    private Optional<Assembled> assemble(Run run, Head head, Map<String, List<Line>> all) {
        var lines = all.getOrDefault(head.order(), List.of()).stream()
                .sorted(Comparator.comparing((Line line) -> line.quantity() < 0)
                        .thenComparing(line -> line.origin().file())
                        .thenComparing(line -> line.origin().line()))
                .toList();
        if (lines.isEmpty()) {
            if (head.moved()) {
                run.tallies().count(label()).passed++;
            } else {
                var at = head.origin();
                run.reject(label(), at.file(), at.line(), new Reason(Why.EMPTY, "the order has no line that could be used"), at.raw());
            }
            return Optional.empty();
        }
        if (lines.stream().map(Line::currency).distinct().count() > 1) {
            lines.forEach(line -> reject(run, line, new Reason(Why.CURRENCIES, "its order has several currencies")));
            return Optional.empty();
        }
        if (lines.getFirst().quantity() < 0) {
            run.tallies().returnsAlone += lines.size();
        }
        return Optional.of(new Assembled(head, lines, order(head, lines)));
    }

    private PastOrder order(Head head, List<Line> lines) {
        var currency = Currency.getInstance(lines.getFirst().currency());
        return new PastOrder(
                new PastOrder.Origin(source, head.order()),
                customer(head),
                Channel.valueOf(head.channel()),
                new LocationId(head.location()),
                head.at(),
                currency,
                head.state() == null ? state(lines) : PastOrder.State.valueOf(head.state()),
                lines.stream().map(line -> line(line, currency)).toList());
    }

    private static PastOrder.Line line(Line line, Currency currency) {
        return new PastOrder.Line(
                new Sku(line.sku()), line.title(), line.quantity(), new Money(line.unitMinor(), currency));
    }

    private static @Nullable CustomerId customer(Head head) {
        return head.customer() == null ? null : new CustomerId(Long.parseLong(head.customer()));
    }

    // Where the source does not say, an order of which nothing was kept was refunded.
    private static PastOrder.State state(List<Line> lines) {
        return lines.stream().mapToLong(Line::quantity).sum() <= 0
                ? PastOrder.State.REFUNDED
                : PastOrder.State.COMPLETE;
    }

    private void reject(Run run, Line line, Reason reason) {
        var at = line.origin();
        run.reject(label(), at.file(), at.line(), reason, at.raw());
        var digits = Currency.getInstance(line.currency()).getDefaultFractionDigits();
        var minor = Math.multiplyExact(line.unitMinor(), line.quantity());
        run.tallies().addRejected(line.currency(), BigDecimal.valueOf(minor, digits));
    }
}
