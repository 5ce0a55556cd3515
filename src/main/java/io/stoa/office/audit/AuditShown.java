package io.stoa.office.audit;

import io.stoa.office.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the staff did, in words, with the filters as they were typed. */
public record AuditShown(
        AuditFilter filter,
        List<Kind> kinds,
        List<Row> rows,
        String csv,
        @Nullable String first,
        @Nullable String next) {

    /** A kind of event, to choose. */
    public record Kind(String type, String name) {}

    /** One event. */
    public record Row(long seq, String at, Sentence told, String subject, String subjectHref) {
        public String href() {
            return AuditPage.HERE + "/" + seq;
        }
    }

    /** One value of an event and what it was before; null where that is not known or there was none. */
    public record Value(String name, @Nullable String before, @Nullable String after) {
        public boolean changed() {
            return before != null && !before.equals(after);
        }
    }
}
