package io.stoa.register.discounts;

import io.stoa.pricing.Cut;
import io.stoa.shared.Amounts;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was typed: off what (a SKU, or all of it), how much ({@code 10%}, {@code 10 %} or an amount), why, a note, and who
 * approves it.
 */
public record DiscountForm(
        @Nullable String sku,
        @Nullable String value,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String manager,
        @Nullable Boolean asking) {

    static final String OTHER = "OTHER";

    /** Why an associate gives something. */
    public static final List<String> REASONS = List.of("DAMAGED", "PRICE_MATCH", "LOYAL", "STAFF", "GOODWILL", OTHER);

    private static final int NOTE_MAX = 200;

    /** The same, asking for a manager. */
    DiscountForm toApprove() {
        return new DiscountForm(sku, value, reason, note, manager, true);
    }

    /** Whether a manager has to say yes. */
    public boolean asks() {
        return asking != null && asking;
    }

    /** The SKU, or nothing for all of it. */
    @Nullable
    Sku target() {
        return sku == null || sku.isBlank() ? null : new Sku(sku.strip());
    }

    boolean hasReason() {
        return reason != null && REASONS.contains(reason);
    }

    /** {@code OTHER} says nothing by itself. */
    public boolean lacksNote() {
        return OTHER.equals(reason) && noted() == null;
    }

    /** What is taken off, or nothing where that cannot be read. */
    Optional<Cut> cut(Currency currency, @Nullable String approver) {
        var typed = Objects.requireNonNullElse(value, "").strip();
        if (typed.endsWith("%")) {
            return Amounts.share(typed)
                    .map(points ->
                            new Cut(Cut.Kind.PERCENT, points, Objects.requireNonNull(reason), noted(), approver));
        }
        var kind = target() == null ? Cut.Kind.AMOUNT : Cut.Kind.EACH;
        return Amounts.read(typed, currency)
                .filter(amount -> amount.minor() > 0)
                .map(amount -> new Cut(kind, amount.minor(), Objects.requireNonNull(reason), noted(), approver));
    }

    private @Nullable String noted() {
        var text = Objects.requireNonNullElse(note, "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(NOTE_MAX, text.length()));
    }
}
