package io.stoa.imports.account;

import io.stoa.feeds.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts rows and adds money up, exactly and in two independent ways: what the source's lines are worth as they are read,
 * and what is handed to the shop. Kept with the checkpoint, so that a continued import still adds up.
 */
public final class Tallies {

    private static final int REASONS_MAX = 100;

    // Public fields are what the checkpoint keeps as JSON.
    public Map<String, Count> counts = new LinkedHashMap<>();
    public Map<String, Refused> reasons = new TreeMap<>();
    public Map<String, Sum> money = new TreeMap<>();
    public long worthUnknown;
    public long returnsMatched;
    public long returnsAlone;

    /** Rows of one file: read, taken, refused, and passed over because they are of another kind or known already. */
    public static final class Count {
        public long read;
        public long taken;
        public long rejected;
        public long passed;
    }

    /** Worth of lines in whole units of one currency. */
    public static final class Sum {
        public BigDecimal source = BigDecimal.ZERO;
        public BigDecimal rejected = BigDecimal.ZERO;
        public BigDecimal written = BigDecimal.ZERO;

        boolean agrees() {
            return source.subtract(rejected).compareTo(written) == 0;
        }
    }

    public Count count(String file) {
        return counts.computeIfAbsent(file, any -> new Count());
    }

    public Sum sum(String currency) {
        return money.computeIfAbsent(currency, any -> new Sum());
    }

    public void addSource(String currency, BigDecimal amount) {
        var sum = sum(currency);
        sum.source = sum.source.add(amount);
    }

    public void addRejected(String currency, BigDecimal amount) {
        var sum = sum(currency);
        sum.rejected = sum.rejected.add(amount);
    }

    public void addWritten(String currency, BigDecimal amount) {
        var sum = sum(currency);
        sum.written = sum.written.add(amount);
    }

    /** Reasons are counted without the values that they quote. */
    public void reject(String file, Reason reason) {
        count(file).rejected++;
        boolean counted = reasons.size() < REASONS_MAX || reasons.containsKey(reason.general());
        var counting = counted ? reason : Reason.inTheWordsOf("other");
        reasons.merge(counting.general(), new Refused(counting.why(), counting.column(), 1), Refused::and);
    }

    public long rejected() {
        return counts.values().stream().mapToLong(count -> count.rejected).sum();
    }

    public boolean agree() {
        return money.values().stream().allMatch(Sum::agrees);
    }
}
