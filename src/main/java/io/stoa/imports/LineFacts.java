package io.stoa.imports;

import io.stoa.feeds.BadRow;
import io.stoa.feeds.Reason;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.imports.StageTable.Head;
import io.stoa.imports.StageTable.Line;
import io.stoa.shared.Sku;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of past orders; where a line says when and where, it also makes the head of its order. */
final class LineFacts implements Facts<LineFacts.Taken> {

    private final StageTable stage;
    private final boolean keepCopies;

    /** A line, and the head that its row gives for its order. */
    record Taken(Line line, @Nullable Head head) {}

    LineFacts(StageTable stage, boolean keepCopies) {
        this.stage = stage;
        this.keepCopies = keepCopies;
    }

    @Override
    public Taken read(Values values) {
        var origin = HeadFacts.origin(values);
        var sku = values.as("sku", Sku::new, Why.SKU, "a SKU").value();
        var currency = values.as("currency", Currency::getInstance, Why.FORM, "a currency");
        var quantity = values.integer("quantity");
        if (quantity == 0) {
            throw new BadRow(Why.ZERO, "the quantity is 0");
        }
        var text = keepCopies ? origin.raw() + '\n' + origin.file() + ':' + origin.line() : origin.raw();
        var line = new Line(
                values.text("order"),
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString(),
                sku,
                values.optional("title").orElse(sku),
                quantity,
                minor(values.decimal("price"), currency),
                currency.getCurrencyCode(),
                origin);
        return new Taken(line, values.optional("at").isPresent() ? HeadFacts.head(values) : null);
    }

    @Override
    public List<Refusal> write(List<Taken> facts) {
        var heads = facts.stream().map(Taken::head).filter(Objects::nonNull).toList();
        if (!heads.isEmpty()) {
            var _ = stage.addHeads(heads);
        }
        var fresh = stage.addLines(facts.stream().map(Taken::line).toList());
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < facts.size(); i++) {
            var line = facts.get(i).line();
            if (!fresh.remove(List.of(line.order(), line.digest()))) {
                refusals.add(new Refusal(i, new Reason(Why.COPY, "an exact copy of another line of the same order")));
            }
        }
        return refusals;
    }

    private static long minor(BigDecimal price, Currency currency) {
        if (price.signum() < 0) {
            throw new BadRow(Why.PRICE, "the price is negative");
        }
        try {
            return price.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
        } catch (ArithmeticException finer) {
            throw new BadRow(Why.COIN, "the price … is finer than the smallest coin", price.toPlainString());
        }
    }
}
