package io.stoa.imports;

import io.stoa.feeds.Reason;
import io.stoa.feeds.Why;
import io.stoa.imports.Facts.Refusal;
import io.stoa.imports.RunTable.Standing;
import io.stoa.imports.account.Progress;
import io.stoa.imports.account.Rejects;
import io.stoa.imports.account.Tallies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** One import under way: its steps, what it knows and has counted, and where it stands. Used by one thread. */
final class Run implements AutoCloseable {

    private static final int FORGET_ROWS = 5_000;

    private final Workspace space;
    private final RunTable runs;
    private final KnownTable known;
    private final StageTable stage;
    private final Rejects rejects;
    private final Progress progress;
    private final Tallies tallies;
    private final Standing start;
    private int step;

    private Run(Workspace space, String source, Standing start, Rejects rejects, Progress progress) {
        this.space = space;
        this.runs = new RunTable(space.database, space.schema);
        this.known = new KnownTable(space.database, space.schema, source);
        this.stage = new StageTable(space.database, space.schema, start.id());
        this.rejects = rejects;
        this.progress = progress;
        this.tallies = start.tallies();
        this.start = start;
        this.step = start.step();
    }

    /** Continues the import of the same files with the same mapping, if one was left unfinished; else begins anew. */
    static Run open(Workspace space, String source, String fingerprint, Rejects rejects, Progress progress) {
        var runs = new RunTable(space.database, space.schema);
        var unfinished = runs.unfinished(source);
        unfinished.filter(left -> !left.fingerprint().equals(fingerprint)).ifPresent(left -> {
            forget(new StageTable(space.database, space.schema, left.id()));
            runs.end(left.id(), "ABANDONED");
        });
        var start = unfinished
                .filter(left -> left.fingerprint().equals(fingerprint))
                .orElseGet(() -> runs.begin(source, fingerprint));
        rejects.resume(start.rejectBytes());
        return new Run(space, source, start, rejects, progress);
    }

    private static void forget(StageTable stage) {
        while (stage.forget(FORGET_ROWS) > 0) {
            // A part at a time, because a long writer stalls every cursor.
        }
    }

    boolean continued() {
        return start.step() > 0 || start.rows() > 0;
    }

    void go(List<Step> steps) {
        for (; step < steps.size(); step++) {
            var now = steps.get(step);
            var rowsDone = step == start.step() ? start.rows() : 0;
            progress.begin(now.label(), rowsDone);
            now.run(this, rowsDone);
            progress.end(tallies.count(now.label()).read);
            space.batch(() -> checkpoint(step + 1, 0));
        }
        runs.end(start.id(), "DONE");
    }

    /** One short transaction: what the work writes, and that so many rows of this step are done. */
    void batch(long rows, Runnable work) {
        space.batch(() -> {
            work.run();
            checkpoint(step, rows);
        });
    }

    /**
     * Writes all at once; when that is refused, one by one, so that only those who are to blame are left out.
     *
     * @param write answers what it refused by itself
     */
    <T> List<Refusal> patiently(List<T> facts, Function<List<T>, List<Refusal>> write) {
        try {
            return attempt(facts, write);
        } catch (IllegalArgumentException | DataIntegrityViolationException refused) {
            var refusals = new ArrayList<Refusal>();
            for (int i = 0; i < facts.size(); i++) {
                alone(facts.get(i), i, write, refusals);
            }
            return refusals;
        }
    }

    void reject(String step, String file, long line, Reason reason, String raw) {
        tallies.reject(step, reason);
        rejects.add(file, line, reason.sentence(), raw);
    }

    Tallies tallies() {
        return tallies;
    }

    KnownTable known() {
        return known;
    }

    StageTable stage() {
        return stage;
    }

    Progress progress() {
        return progress;
    }

    @Override
    public void close() {
        rejects.close();
    }

    private void checkpoint(int step, long rows) {
        runs.checkpoint(new Standing(start.id(), start.fingerprint(), step, rows, rejects.flush(), tallies));
    }

    private <T> List<Refusal> attempt(List<T> facts, Function<List<T>, List<Refusal>> write) {
        var refusals = new ArrayList<Refusal>();
        space.attempt(() -> refusals.addAll(write.apply(facts)));
        return refusals;
    }

    private <T> void alone(T fact, int index, Function<List<T>, List<Refusal>> write, List<Refusal> refusals) {
        try {
            attempt(List.of(fact), write).forEach(refusal -> refusals.add(new Refusal(index, refusal.reason())));
        } catch (IllegalArgumentException | DataIntegrityViolationException refused) {
            refusals.add(new Refusal(index, reason(refused)));
        }
    }

    // The database's own message would quote the row, which may be personal; the name of the broken rule is enough.
    private static Reason reason(RuntimeException refused) {
        return switch (refused.getCause()) {
            case PSQLException broken
            when broken.getServerErrorMessage() != null ->
                new Reason(Why.RULE, "breaks the rule " + broken.getServerErrorMessage().getConstraint());
            case SQLException broken -> new Reason(Why.RULE, "is refused by the database (" + broken.getSQLState() + ")");
            case null, default -> Reason.inTheWordsOf(String.valueOf(refused.getMessage()));
        };
    }
}
