package io.stoa.imports;

import io.stoa.feeds.BadRow;
import io.stoa.feeds.Feed;
import io.stoa.feeds.Lookups;
import io.stoa.feeds.Reason;
import io.stoa.feeds.Row;
import io.stoa.feeds.Rows;
import io.stoa.feeds.Source.SourceFile;
import io.stoa.feeds.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the rows of one file, a batch at a time: looks up, reads, refuses, writes, remembers. */
final class FileStep<T> implements Step {

    static final int BATCH_ROWS = 500;

    private final Feed feed;
    private final Feed.Reading reading;
    private final SourceFile file;
    private final Facts<T> facts;
    private final Imports.Judge judge;

    private record Taken<T>(Values values, T fact) {}

    FileStep(Feed feed, SourceFile file, Facts<T> facts, Imports.Judge judge) {
        this.feed = feed;
        this.reading = feed.reading();
        this.file = file;
        this.facts = facts;
        this.judge = judge;
    }

    /** Refuses a file that lacks columns before anything is written. */
    static void check(Feed feed, SourceFile file) {
        try (var rows = Rows.open(file, feed)) {
            rows.require(feed.reading().columns());
        }
    }

    @Override
    public String label() {
        return file.name() + ": " + feed.as();
    }

    @Override
    public void run(Run run, long rowsDone) {
        try (var rows = Rows.open(file, feed)) {
            long done = 0;
            for (var batch = rows.next(BATCH_ROWS); !batch.isEmpty(); batch = rows.next(BATCH_ROWS)) {
                done += batch.size();
                // Batches are cut at the same rows in every run, so those done before are passed whole.
                if (done > rowsDone) {
                    var rowsNow = batch;
                    run.batch(done, () -> take(run, rowsNow));
                    run.progress().at(done, rows.bytesRead(), file.bytes());
                }
            }
        }
    }

    private void take(Run run, List<Row> rows) {
        var lookups = reading.looksUp() ? lookups(run, rows) : none();
        var taken = new ArrayList<Taken<T>>();
        for (var row : rows) {
            run.tallies().count(label()).read++;
            if (reading.skips(row)) {
                run.tallies().count(label()).passed++;
            } else {
                take(run, row, lookups, taken);
            }
        }
        write(run, judged(run, feed.distinct() ? first(run, taken) : taken, lookups), lookups);
    }

    private void take(Run run, Row row, Lookups lookups, List<Taken<T>> taken) {
        var worth = worth(row, lookups);
        worth.forEach((currency, amount) -> run.tallies().addSource(currency, amount));
        try {
            var values = reading.values(row, lookups);
            taken.add(new Taken<>(values, facts.read(values)));
        } catch (BadRow bad) {
            reject(run, row, bad.reason(), worth);
        } catch (IllegalArgumentException refused) {
            reject(run, row, Reason.inTheWordsOf(String.valueOf(refused.getMessage())), worth);
        }
    }

    private List<Taken<T>> judged(Run run, List<Taken<T>> taken, Lookups lookups) {
        var why = judge.why(feed.as(), taken.stream().map(Taken::values).toList());
        var wanted = new ArrayList<Taken<T>>();
        for (int i = 0; i < taken.size(); i++) {
            var reason = why.get(i);
            if (reason == null) {
                wanted.add(taken.get(i));
            } else {
                var row = taken.get(i).values().row();
                reject(run, row, reason, worth(row, lookups));
            }
        }
        return wanted;
    }

    private void reject(Run run, Row row, Reason reason, Map<String, BigDecimal> worth) {
        run.reject(label(), row.file(), row.line(), reason, row.raw());
        worth.forEach((currency, amount) -> run.tallies().addRejected(currency, amount));
        if (isLines() && worth.isEmpty()) {
            run.tallies().worthUnknown++;
        }
    }

    private void write(Run run, List<Taken<T>> taken, Lookups lookups) {
        if (taken.isEmpty()) {
            return;
        }
        var refused = new HashSet<Integer>();
        for (var refusal : run.patiently(taken.stream().map(Taken::fact).toList(), facts::write)) {
            var row = taken.get(refusal.index()).values().row();
            refused.add(refusal.index());
            reject(run, row, refusal.reason(), worth(row, lookups));
        }
        run.tallies().count(label()).taken += taken.size() - refused.size();
        remember(run, taken, refused);
    }

    private void remember(Run run, List<Taken<T>> taken, Set<Integer> refused) {
        var known = new LinkedHashMap<KnownTable.Key, String>();
        for (int i = 0; i < taken.size(); i++) {
            if (!refused.contains(i)) {
                var values = taken.get(i).values();
                feed.remember()
                        .forEach((name, field) -> values.optional(field)
                                .ifPresent(value -> known.put(new KnownTable.Key(name, values.text("key")), value)));
                if (feed.distinct()) {
                    known.put(new KnownTable.Key(seen(), values.text("key")), "");
                }
            }
        }
        run.known().remember(known);
    }

    private List<Taken<T>> first(Run run, List<Taken<T>> taken) {
        var keys = taken.stream().map(one -> one.values().text("key")).toList();
        var seen = new HashSet<>(run.known().among(seen(), keys));
        var fresh =
                taken.stream().filter(one -> seen.add(one.values().text("key"))).toList();
        run.tallies().count(label()).passed += taken.size() - fresh.size();
        return fresh;
    }

    private Map<String, BigDecimal> worth(Row row, Lookups lookups) {
        if (!isLines()) {
            return Map.of();
        }
        var currency = reading.value("currency", row, lookups);
        var quantity = reading.number("quantity", row, lookups);
        var price = reading.number("price", row, lookups);
        return currency.isPresent() && quantity.isPresent() && price.isPresent()
                ? Map.of(currency.get(), quantity.get().multiply(price.get()))
                : Map.of();
    }

    private String seen() {
        return "seen in " + feed.file() + " as " + feed.as();
    }

    private boolean isLines() {
        return facts instanceof LineFacts;
    }

    // Evaluating twice finds the keys first, so that a whole batch costs one query. The stand-in lets a value go on to
    // its factor.
    private Lookups lookups(Run run, List<Row> rows) {
        var wanted = new HashSet<KnownTable.Key>();
        Lookups wishes = (name, key) -> {
            wanted.add(new KnownTable.Key(name, key));
            return "1";
        };
        rows.forEach(row -> reading.touch(row, wishes));
        var known = run.known().find(wanted);
        return (name, key) -> known.get(new KnownTable.Key(name, key));
    }

    private static Lookups none() {
        return (name, key) -> null;
    }
}
