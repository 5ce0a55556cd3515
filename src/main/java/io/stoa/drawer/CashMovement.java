package io.stoa.drawer;

import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that went into or out of a drawer by hand. The amount is more than nothing, the kind says which way. */
public record CashMovement(
        CashKind kind,
        Money amount,
        @Nullable String reason,
        @Nullable OrderId order,
        String actor,
        Instant at) {}
