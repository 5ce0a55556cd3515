package io.stoa.register.discounts;

import io.stoa.pricing.Cut;
import io.stoa.shared.Amounts;
import io.stoa.shared.Sku;
import java.math.BigDecimal;
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
    private static final int BASIS_POINTS = 2;

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
            return basisPoints(typed.substring(0, typed.length() - 1).strip())
                    .map(points ->
                            new Cut(Cut.Kind.PERCENT, points, Objects.requireNonNull(reason), noted(), approver));
        }
        var kind = target() == null ? Cut.Kind.AMOUNT : Cut.Kind.EACH;
        return Amounts.read(typed, currency)
                .filter(amount -> amount.minor() > 0)
                .map(amount -> new Cut(kind, amount.minor(), Objects.requireNonNull(reason), noted(), approver));
    }

    private static Optional<Long> basisPoints(String typed) {
        if (!typed.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
            return Optional.empty();
        }
        long points = new BigDecimal(typed.replace(',', '.'))
                .movePointRight(BASIS_POINTS)
                .longValueExact();
        return points > 0 && points <= Cut.PERCENT_MAX ? Optional.of(points) : Optional.empty();
    }

    private @Nullable String noted() {
        var text = Objects.requireNonNullElse(note, "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(NOTE_MAX, text.length()));
    }
}
