package io.stoa.drawer;

import io.stoa.shared.LocationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which drawers to list, the newest first, after one: of a store, of one of its tills, of one business day of the store. */
public record DrawerQuery(
        @Nullable LocationId location,
        @Nullable String till,
        @Nullable LocalDate day,
        @Nullable DrawerId after,
        int size) {

    /** The last ones of a till. */
    public static DrawerQuery of(Till till, int size) {
        return new DrawerQuery(till.location(), till.name(), null, null, size);
    }
}
