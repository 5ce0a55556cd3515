package io.stoa.office.purchasing;

import io.stoa.page.Texts;
import io.stoa.purchasing.NewPurchaseOrder;
import io.stoa.purchasing.NewPurchaseOrder.Wanted;
import io.stoa.purchasing.SupplierId;
import io.stoa.shared.Amounts;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A purchase order as it was typed, and what has to be put right, by field. An article named twice is one line. */
public record PurchaseForm(Map<String, String> typed, Map<String, String> errors) {

    /** How many articles one form takes; whoever orders more writes two, or uses the API. */
    public static final int ROWS = 6;

    private static final int TYPED_MAX = 200;

    static PurchaseForm of(Map<String, String> typed) {
        return new PurchaseForm(Map.copyOf(typed), new LinkedHashMap<>());
    }

    /** What stands in a field. */
    public String text(String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.substring(0, Math.min(TYPED_MAX, text.length()));
    }

    /** The purchase order that is meant; empty when something is wrong, which {@link #errors} then says. */
    Optional<NewPurchaseOrder> wish(Currency currency, Function<String, Optional<Sku>> scan, Texts texts) {
        check("supplier", text("supplier").matches("[1-9]\\d{0,17}"), texts);
        check("location", text("location").matches("[a-z0-9][a-z0-9-]{0,39}"), texts);
        check("expected", text("expected").isEmpty() || day() != null, texts);
        var goods = goods(currency, scan, texts);
        check("article0", !goods.isEmpty() || errors.keySet().stream().anyMatch(field -> field.matches(".*\\d")), texts);
        return errors.isEmpty()
                ? Optional.of(new NewPurchaseOrder(
                        "office:" + text("key"),
                        new SupplierId(Long.parseLong(text("supplier"))),
                        new LocationId(text("location")),
                        currency,
                        day(),
                        goods))
                : Optional.empty();
    }

    /** Says beside a field that what stands there is none. */
    void refuse(String field, Texts texts) {
        check(field, false, texts);
    }

    private @Nullable LocalDate day() {
        try {
            return text("expected").isEmpty() ? null : LocalDate.parse(text("expected"));
        } catch (DateTimeParseException unread) {
            return null;
        }
    }

    private Map<Sku, Wanted> goods(Currency currency, Function<String, Optional<Sku>> scan, Texts texts) {
        var goods = new TreeMap<Sku, Wanted>();
        for (int row = 0; row < ROWS; row++) {
            var pieces = text("pieces" + row);
            var cost = text("cost" + row);
            if (text("article" + row).isEmpty() && pieces.isEmpty() && cost.isEmpty()) {
                continue;
            }
            var sku = scan.apply(text("article" + row));
            var each = Amounts.read(cost, currency).map(Money::minor);
            check("article" + row, sku.isPresent(), texts);
            check("pieces" + row, pieces.matches("[1-9]\\d{0,4}"), texts);
            check("cost" + row, cost.isEmpty() || each.isPresent(), texts);
            if (sku.isPresent() && !errors.containsKey("pieces" + row)) {
                goods.merge(sku.get(), new Wanted(Quantity.of(Integer.parseInt(pieces)), each.orElse(null)), PurchaseForm::sum);
            }
        }
        return goods;
    }

    private static Wanted sum(Wanted some, Wanted more) {
        int pieces = Math.min(Quantity.UNITS_MAX, some.quantity().units() + more.quantity().units());
        return new Wanted(Quantity.of(pieces), more.cost() == null ? some.cost() : more.cost());
    }

    private void check(String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("purchasing.wrong." + field.replaceFirst("\\d$", "")));
        }
    }
}
