package io.stoa.fulfilment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What entitles somebody to collect. In JSON, {@code type} is {@code CODE} or {@code OVERRIDE}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proof.Code.class, name = "CODE"),
    @JsonSubTypes.Type(value = Proof.Vouched.class, name = "OVERRIDE")
})
public sealed interface Proof {

    /** The code that the customer was shown, as typed or scanned. */
    record Code(String code) implements Proof {

        private static final int LENGTH_MAX = 40;

        public Code {
            if (code.isBlank() || code.length() > LENGTH_MAX) {
                throw new IllegalArgumentException("A code has 1 to 40 characters");
            }
        }
    }

    /** A member of the staff vouches, with a reason; the name of who collects for the customer never gets into an event. */
    record Vouched(Why why, @Nullable String collector) implements Proof {

        private static final int NAME_MAX = 200;

        public Vouched {
            if (collector != null && (collector.isBlank() || collector.length() > NAME_MAX)) {
                throw new IllegalArgumentException("A collector's name has 1 to 200 characters");
            }
        }
    }

    /** Why a member of the staff hands over without the code. */
    enum Why {
        IDENTITY_CHECKED,
        COLLECTS_FOR_CUSTOMER,
        KNOWN_CUSTOMER
    }

    /** Who took it, where the customer named somebody before, or nobody; null is the customer. */
    default @Nullable String collector(@Nullable String named) {
        return switch (this) {
            case Code code -> named;
            case Vouched(Why why, var collector) -> collector == null && why == Why.COLLECTS_FOR_CUSTOMER ? named : collector;
        };
    }

    /** The word for it in the books. */
    default String word() {
        return switch (this) {
            case Code code -> "CODE";
            case Vouched(Why why, var collector) -> why.name();
        };
    }
}
