package io.stoa.counting;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every event of a count sheet: how many articles were counted, how many pieces more or less than in the books when that
 * is said, and why. Key {@code count:ID}.
 */
public record CountChanged(
        SheetId sheet, LocationId location, int counted, @Nullable Integer difference, @Nullable String reason) {

    public static final String BEGUN = "counting.begun";
    public static final String REVIEWED = "counting.reviewed";
    public static final String SENT_BACK = "counting.sent_back";
    public static final String POSTED = "counting.posted";
    public static final String CALLED_OFF = "counting.called_off";

    static NewEvent event(String type, CountSheet sheet, @Nullable String reason, Touchpoint touchpoint) {
        var shown = sheet.shown();
        Integer difference = shown.state() == CountSheet.State.COUNTING
                ? null
                : Integer.valueOf(shown.counted().stream().mapToInt(line -> Objects.requireNonNullElse(line.difference(), 0)).sum());
        return NewEvent.of(
                type,
                "count:" + sheet.id(),
                sheet.version(),
                touchpoint,
                new CountChanged(sheet.id(), sheet.location(), shown.counted().size(), difference, reason));
    }
}
