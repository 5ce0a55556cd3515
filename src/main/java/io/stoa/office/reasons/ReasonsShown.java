package io.stoa.office.reasons;

import io.stoa.page.Choice;
import io.stoa.reasons.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question as it was asked, what may be asked, and the answer; {@code wrong} says what is wrong with a field by its name. */
public record ReasonsShown(
        Asked asked, List<Choice> places, List<Choice> doors, @Nullable Answer answer, @Nullable String wrong) {

    /** About an article at a place and door, for so many pieces. */
    public record Asked(String article, String place, String door, String pieces) {}

    /** Both answers, and what the page listens for. */
    public record Answer(
            String title,
            String sku,
            String place,
            @Nullable String sum,
            List<Reason> price,
            String verdict,
            List<Reason> stock,
            String topics,
            String stockHref) {}
}
