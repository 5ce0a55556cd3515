package io.stoa.imports;

import io.stoa.feeds.FeedProblem;
import io.stoa.feeds.Mapping;
import io.stoa.feeds.Reason;
import io.stoa.feeds.Source;
import io.stoa.feeds.Values;
import io.stoa.imports.account.ImportReport;
import io.stoa.imports.account.Progress;
import io.stoa.imports.account.Rejects;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Imports a source's files into the shop. The same import again changes nothing; one that was killed continues. Two imports
 * of the same source at the same time are refused.
 */
@Component
public class Imports {

    /** The sources that Stoa knows; {@code generic} needs a mapping of one's own. */
    public static final List<String> PROFILES =
            List.of("oracle-customer-orders", "uci-online-retail", "contoso-electronics", "generic");

    private static final Map<String, String> SHORT_NAMES = Map.of(
            "oracle-co", "oracle-customer-orders", "uci", "uci-online-retail", "contoso", "contoso-electronics");

    /** Says of rows that can be read why they are refused all the same; null of those that are not. */
    @FunctionalInterface
    public interface Judge {
        List<@Nullable Reason> why(String as, List<Values> rows);
    }

    /** Somebody imports files of this source at this moment. */
    public static final class UnderWay extends FeedProblem {
        UnderWay(String source) {
            super("An import of " + source + " is under way already");
        }
    }

    private static final Judge LENIENT = (as, rows) -> Collections.nCopies(rows.size(), null);

    private final DataSource pool;
    private final JdbcClient database;
    private final PlatformTransactionManager transactions;
    private final Shop shop;

    Imports(DataSource pool, JdbcClient database, PlatformTransactionManager transactions, Shop shop) {
        this.pool = pool;
        this.database = database;
        this.transactions = transactions;
        this.shop = shop;
    }

    /**
     * Does the import and answers how it went, showing progress on the way.
     *
     * @param terminal whether {@code out} can redraw a line
     * @throws FeedProblem when the files or the mapping cannot be used at all; nothing is lost, start it again
     */
    public ImportReport run(ImportRequest request, PrintStream out, boolean terminal) {
        try (var source = Source.of(request.from())) {
            return run(request, mapping(request), source, new Progress(out, terminal));
        } catch (java.io.IOException failure) {
            throw new FeedProblem("Cannot close " + request.from(), failure);
        }
    }

    /** The same from a source that is open already. */
    public ImportReport run(ImportRequest request, Mapping mapping, Source source, Progress progress) {
        return run(request, mapping, source, progress, LENIENT);
    }

    /** The same, without the rows that a judge refuses. */
    public ImportReport run(ImportRequest request, Mapping mapping, Source source, Progress progress, Judge judge) {
        var plan = new Plan(mapping, source);
        try (var _ = Turn.take(pool, mapping.source());
                var space = request.dryRun()
                        ? Workspace.temporary(pool, mapping.source())
                        : Workspace.lasting(database, transactions);
                var rejects = new Rejects(request.rejectsFile());
                var run = Run.open(space, mapping.source(), plan.fingerprint(), rejects, progress)) {
            run.go(plan.steps(request.dryRun() ? new ClosedShop(shop) : shop, run.known(), run.stage(), judge));
            return ImportReport.of(
                    request.profile(), request.dryRun(), run.continued(), run.tallies(), request.rejectsFile());
        }
    }

    /** The account of the last import of this source, if that was of these very files with this very mapping. */
    public Optional<ImportReport> before(ImportRequest request) {
        try (var source = Source.of(request.from())) {
            var mapping = mapping(request);
            var plan = new Plan(mapping, source);
            return new RunTable(database, "imports")
                    .last(mapping.source(), plan.fingerprint())
                    .map(done -> ImportReport.of(request.profile(), false, false, done, request.rejectsFile()));
        } catch (java.io.IOException failure) {
            throw new FeedProblem("Cannot close " + request.from(), failure);
        }
    }

    /** Whether these very files were imported with this very mapping before. */
    public boolean done(Mapping mapping, Source source) {
        var plan = new Plan(mapping, source);
        return new RunTable(database, "imports").done(mapping.source(), plan.fingerprint());
    }

    /** The profile that a word names, in full or for short. */
    static String profile(String word) {
        return SHORT_NAMES.getOrDefault(word, word);
    }

    /** What the request says about its files. */
    static Mapping mapping(ImportRequest request) {
        if (request.mapping() != null) {
            return Mapping.read(request.mapping());
        }
        if (request.profile().equals("generic")) {
            throw new FeedProblem("The profile generic needs --mapping FILE; docs/import.md describes it");
        }
        return mapping(request.profile());
    }

    /** The mapping of a profile that travels with Stoa. */
    public static Mapping mapping(String profile) {
        var stream = Imports.class.getResourceAsStream("/imports/" + profile + ".yaml");
        if (stream == null || !PROFILES.contains(profile)) {
            throw new FeedProblem("The profile " + profile + " is unknown; there are " + String.join(", ", PROFILES));
        }
        return Mapping.read(stream, profile + ".yaml");
    }
}
