package io.stoa.imports.account;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How an import went.
 *
 * @param continued whether it took up one that had been stopped
 * @param agrees whether, for each currency, the source's worth less the rejected worth is what was written, to the cent
 */
public record ImportReport(
        String profile,
        boolean dryRun,
        boolean continued,
        boolean agrees,
        List<FileCount> files,
        Map<String, Refused> reasons,
        List<MoneyTotal> totals,
        long worthUnknown,
        long returnsMatched,
        long returnsAlone,
        Path rejects) {

    /** Rows of one file, or past orders: passed are those of another kind or known already. */
    public record FileCount(String name, long read, long taken, long rejected, long passed) {}

    /** What lines of orders are worth in whole units of a currency. */
    public record MoneyTotal(
            String currency, BigDecimal source, BigDecimal rejected, BigDecimal written, boolean agrees) {}

    /** {@code rejects} is the file of the rejected rows. */
    public static ImportReport of(String profile, boolean dryRun, boolean continued, Tallies tallies, Path rejects) {
        return new ImportReport(
                profile,
                dryRun,
                continued,
                tallies.agree(),
                tallies.counts.entrySet().stream()
                        .map(file -> count(file.getKey(), file.getValue()))
                        .toList(),
                tallies.reasons,
                tallies.money.entrySet().stream()
                        .map(sum -> total(sum.getKey(), sum.getValue()))
                        .toList(),
                tallies.worthUnknown,
                tallies.returnsMatched,
                tallies.returnsAlone,
                rejects);
    }

    /** Rows that were refused, over all files. */
    public long rejected() {
        return files.stream().mapToLong(FileCount::rejected).sum();
    }

    /** What an import of the same files again comes to. */
    public String nothingNew() {
        var rows = rows();
        var said = rows == 1 ? "the only line was there already" : "all %,d lines were there already".formatted(rows);
        return "Nothing new: " + said + (rejected() == 0 ? "." : ", less %,d that were rejected then.".formatted(rejected()));
    }

    /** Rows of the files, each once, however many things were read out of it. */
    private long rows() {
        return files.stream()
                .filter(file -> file.name.contains(": ") && !file.name.startsWith("mapping ("))
                .collect(Collectors.toMap(
                        file -> file.name.substring(0, file.name.lastIndexOf(": ")), FileCount::read, Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** For people, line by line. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var width = files.stream().mapToInt(file -> file.name.length()).max().orElse(0);
        lines.add(" ".repeat(width) + " %10s %10s %10s %10s".formatted("read", "taken", "rejected", "passed"));
        files.forEach(file -> lines.add(file.name + " ".repeat(width - file.name.length())
                + " %,10d %,10d %,10d %,10d".formatted(file.read, file.taken, file.rejected, file.passed)));
        lines.add("(passed: rows of another kind, or known already)");
        reasons.forEach((reason, refused) -> lines.add("  rejected %,8d: %s".formatted(refused.rows(), reason)));
        if (returnsMatched + returnsAlone > 0) {
            lines.add("Returned lines: %,d joined their purchase, %,d stand alone"
                    .formatted(returnsMatched, returnsAlone));
        }
        totals.forEach(total -> lines.add(total(total)));
        if (worthUnknown > 0) {
            lines.add("The worth of %,d rejected rows cannot be read".formatted(worthUnknown));
        }
        if (rejected() > 0) {
            lines.add("Rejected rows with their reasons: " + rejects);
        }
        return lines;
    }

    private static String total(MoneyTotal total) {
        return "%s %,15.2f in the source, less %,.2f rejected: %,.2f written, %s"
                .formatted(
                        total.currency,
                        total.source,
                        total.rejected,
                        total.written,
                        total.agrees ? "which agrees" : "which DOES NOT AGREE");
    }

    private static FileCount count(String name, Tallies.Count count) {
        return new FileCount(name, count.read, count.taken, count.rejected, count.passed);
    }

    private static MoneyTotal total(String currency, Tallies.Sum sum) {
        return new MoneyTotal(currency, sum.source, sum.rejected, sum.written, sum.agrees());
    }
}
