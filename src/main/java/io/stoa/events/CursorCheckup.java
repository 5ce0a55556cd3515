package io.stoa.events;

import io.stoa.database.Checkup;
import io.stoa.database.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the doctor how far the listeners are behind, and what they have given up on. */
@Component
class CursorCheckup implements Checkup {

    private static final long LAG_MAX = 10_000;

    private final CursorTable cursors;

    CursorCheckup(CursorTable cursors) {
        this.cursors = cursors;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<Finding> run() {
        var states = cursors.states();
        return states.isEmpty()
                ? List.of(Finding.fine("nobody has read the log yet"))
                : states.stream().map(CursorCheckup::finding).toList();
    }

    private static Finding finding(CursorState cursor) {
        var where = "%s is %d events behind".formatted(cursor.name(), cursor.lag());
        if (cursor.parked() > 0) {
            return Finding.wrong("%s and has parked %d keys: see /office/log".formatted(where, cursor.parked()));
        }
        return cursor.lag() > LAG_MAX ? Finding.warning(where) : Finding.fine(where);
    }
}
