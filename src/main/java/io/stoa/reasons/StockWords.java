package io.stoa.reasons;

import io.stoa.page.Texts;
import io.stoa.reasons.Reason.Tone;
import java.util.ArrayList;
import java.util.List;

/** Why so many can be promised at a place, line by line in somebody's language: for those who work here. */
public final class StockWords {

    private final Texts texts;

    public StockWords(Texts texts) {
        this.texts = texts;
    }

    /** The one sentence, for example {@code All 3 on the shelf are spoken for.} */
    public String verdict(StockReason reason) {
        var counters = reason.counters();
        return switch (reason.verdict()) {
            case FREE -> texts.count("reasons.stock.FREE", counters.available());
            case NONE_THERE -> texts.get("reasons.stock.NONE_THERE");
            case ALL_TAKEN -> texts.count("reasons.stock.ALL_TAKEN", counters.onHand());
        };
    }

    /** What lies there, less what is not free of it; then what is beside that. Lines of nothing are left out but the first. */
    public List<Reason> lines(StockReason reason) {
        var counters = reason.counters();
        var lines = new ArrayList<Reason>();
        lines.add(new Reason(Tone.COUNTS, texts.get("reasons.stock.there"), texts.number(counters.onHand())));
        less(lines, "reasons.stock.allocated", counters.allocated());
        less(lines, "reasons.stock.held", counters.held());
        less(lines, "reasons.stock.safety", counters.safety());
        more(lines, Tone.NOT, "reasons.stock.over", counters.over());
        more(lines, Tone.NOT, "reasons.stock.damaged", counters.damaged());
        more(lines, Tone.NEAR, "reasons.stock.coming", counters.inTransit());
        more(lines, Tone.NEAR, "reasons.stock.elsewhere", reason.elsewhere());
        if (reason.expected() != null) {
            lines.add(new Reason(Tone.NEAR, texts.get("reasons.stock.expected", texts.promise(reason.expected())), null));
        }
        return lines;
    }

    private void less(List<Reason> lines, String key, int pieces) {
        if (pieces > 0) {
            lines.add(new Reason(Tone.COUNTS, texts.get(key), "−" + texts.number(pieces)));
        }
    }

    private void more(List<Reason> lines, Tone tone, String key, int pieces) {
        if (pieces > 0) {
            lines.add(new Reason(tone, texts.get(key), texts.number(pieces)));
        }
    }
}
