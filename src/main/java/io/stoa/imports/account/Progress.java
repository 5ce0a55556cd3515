package io.stoa.imports.account;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far an import is: a bar that redraws itself on a terminal, a line every few seconds elsewhere. Both say the
 * rate and the time left of the step at hand.
 */
public final class Progress {

    private static final int BAR_WIDTH = 10;
    private static final int LABEL_WIDTH = 24;
    private static final int TERMINAL_WIDTH = 79;
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final PrintStream out;
    private final boolean terminal;
    private final @Nullable DoubleConsumer told;
    private String label = "";
    private long began;
    private long shown;
    private long rowsBefore;

    public Progress(PrintStream out, boolean terminal) {
        this(out, terminal, null);
    }

    private Progress(PrintStream out, boolean terminal, @Nullable DoubleConsumer told) {
        this.out = out;
        this.terminal = terminal;
        this.told = told;
    }

    /** Tells the part of the step at hand that is done, 0 to 1, a few times a second. */
    public static Progress told(DoubleConsumer told) {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), true, told);
    }

    public void begin(String step, long rowsAlready) {
        label = step;
        began = System.nanoTime();
        shown = began;
        rowsBefore = rowsAlready;
    }

    /**
     * @param rows done so far
     * @param done and
     * @param total say which part is done, in any unit
     */
    public void at(long rows, long done, long total) {
        var now = System.nanoTime();
        if (now - shown >= (terminal ? BETWEEN_BARS : BETWEEN_LINES).toNanos()) {
            shown = now;
            show(rows, Math.clamp(total == 0 ? 1 : (double) done / total, 0, 1), now - began);
        }
    }

    public void end(long rows) {
        var nanos = Math.max(1, System.nanoTime() - began);
        var text = "%-34s %,18d rows  %,8d rows/s  in %s".formatted(label, rows, rate(rows, nanos), clock(nanos));
        out.println(terminal ? "\r" + text + " ".repeat(TERMINAL_WIDTH - Math.min(TERMINAL_WIDTH, text.length())) : text);
    }

    private void show(long rows, double part, long nanos) {
        if (told != null) {
            told.accept(part);
            return;
        }
        var left = part < 0.001 ? "" : clock((long) (nanos / part * (1 - part))) + " left";
        var text = "%-34s %5.0f %% %,10d rows  %,8d rows/s  %s".formatted(label, part * 100, rows, rate(rows, nanos), left);
        if (terminal) {
            var full = (int) Math.round(part * BAR_WIDTH);
            var bar = "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "] ";
            var line = "%-24s %3.0f %% %,9d rows %,7d/s %s".formatted(brief(), part * 100, rows, rate(rows, nanos), left);
            out.print("\r" + bar + line + "  ");
            out.flush();
        } else {
            out.println(text);
        }
    }

    /** The end of a long label says more than its beginning; a line that wraps could not be written over. */
    private String brief() {
        return label.length() <= LABEL_WIDTH ? label : "…" + label.substring(label.length() - LABEL_WIDTH + 1);
    }

    private long rate(long rows, long nanos) {
        return (long) ((rows - rowsBefore) / (nanos / 1e9));
    }

    private static String clock(long nanos) {
        var seconds = Duration.ofNanos(nanos).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
