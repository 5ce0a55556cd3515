package io.stoa.returns;

import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to give back. The key makes repeating safe: the same key with the same wish is the same return. What the policy does
 * not allow any more is taken back only with an {@code overrule}.
 */
public record NewReturn(
        String key, OrderId order, ReturnKind kind, List<Line> lines, @Nullable Overrule overrule) {

    /** So many pieces of a line of the order, and why. */
    public record Line(int line, Quantity quantity, ReturnReason reason) {}

    private static final int KEY_MAX = 300;
    private static final int LINES_MAX = 100;

    public NewReturn {
        lines = List.copyOf(lines);
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw new IllegalArgumentException("A key has 1 to 300 characters");
        }
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("A return has 1 to 100 lines");
        }
        if (lines.stream().map(Line::line).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("A return names each line of the order once");
        }
    }

    public NewReturn(String key, OrderId order, List<Line> lines) {
        this(key, order, ReturnKind.RETURN, lines, null);
    }

    /** The same, whatever the policy says; as it was where nobody overrules. */
    public NewReturn with(@Nullable Overrule overruling) {
        return new NewReturn(key, order, kind, lines, overruling);
    }

    boolean sameAs(Return stored) {
        var there = stored.lines().stream()
                .map(line -> new Line(line.line(), Quantity.of(line.quantity()), line.reason()))
                .toList();
        return stored.order().equals(order)
                && stored.kind() == kind
                && there.size() == lines.size() && there.containsAll(lines);
    }
}
