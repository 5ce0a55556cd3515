package io.stoa.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who changes a thing believes is there. It is compared under the lock of the thing's row, so that of two who
 * edit the same version the second is told instead of overwriting the first.
 */
public sealed interface Expected {

    /** Whether this is the version that is there; null when there is nothing. */
    boolean holds(@Nullable Long version);

    /** Nothing is there yet: the change adds it. */
    record Nothing() implements Expected {
        @Override
        public boolean holds(@Nullable Long version) {
            return version == null;
        }
    }

    /** Something is there, whichever version. */
    record Something() implements Expected {
        @Override
        public boolean holds(@Nullable Long version) {
            return version != null;
        }
    }

    /** One of these versions is there. */
    record Version(Set<Long> versions) implements Expected {
        public Version {
            versions = Set.copyOf(versions);
        }

        @Override
        public boolean holds(@Nullable Long version) {
            return version != null && versions.contains(version);
        }
    }
}
