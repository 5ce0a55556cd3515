package io.stoa.office;

import io.stoa.inventory.NewTransfer;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goods to be sent, as they were typed, and what has to be put right, by field. */
public record TransferForm(Map<String, String> typed, Map<String, String> errors) {

    /** How many articles one form takes; whoever sends more sends twice, or over the API. */
    public static final int ROWS = 5;

    private static final int TYPED_MAX = 200;
    private static final String PLACE = "[a-z0-9][a-z0-9-]{0,39}";

    static TransferForm of(Map<String, String> typed) {
        return new TransferForm(Map.copyOf(typed), new LinkedHashMap<>());
    }

    /** What stands in a field. */
    public String text(String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.substring(0, Math.min(TYPED_MAX, text.length()));
    }

    /** The transfer that is meant; empty when something is wrong, which {@link #errors} then says. */
    Optional<NewTransfer> wish(Function<String, Optional<Sku>> scan, Texts texts) {
        var goods = goods(scan, texts);
        check("from", text("from").matches(PLACE), texts);
        check("to", text("to").matches(PLACE) && !text("to").equals(text("from")), texts);
        check(
                "article0",
                !goods.isEmpty() || errors.keySet().stream().anyMatch(field -> field.matches(".*\\d")),
                texts);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var key = "office:" + text("key");
        return Optional.of(new NewTransfer(key, new LocationId(text("from")), new LocationId(text("to")), goods));
    }

    /** Says beside the place that it is none. */
    void noSuchPlace(LocationId place, Texts texts) {
        errors.put(place.value().equals(text("from")) ? "from" : "to", texts.get("office.transfer.error.nowhere"));
    }

    /** Says beside the article that only so many of it can leave. */
    void tooFew(Sku sku, int left, Function<String, Optional<Sku>> scan, Texts texts) {
        for (int row = 0; row < ROWS; row++) {
            if (scan.apply(text("article" + row)).filter(sku::equals).isPresent()) {
                errors.put("pieces" + row, texts.count("office.transfer.left", left));
            }
        }
    }

    private Map<Sku, Quantity> goods(Function<String, Optional<Sku>> scan, Texts texts) {
        var goods = new TreeMap<Sku, Integer>();
        for (int row = 0; row < ROWS; row++) {
            if (text("article" + row).isEmpty() && text("pieces" + row).isEmpty()) {
                continue;
            }
            var sku = scan.apply(text("article" + row));
            check("article" + row, sku.isPresent(), texts);
            check("pieces" + row, text("pieces" + row).matches("[1-9]\\d{0,4}"), texts);
            if (sku.isPresent() && !errors.containsKey("pieces" + row)) {
                goods.merge(sku.get(), Integer.parseInt(text("pieces" + row)), TransferForm::sum);
            }
        }
        return goods.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, some -> Quantity.of(some.getValue())));
    }

    private static int sum(int some, int more) {
        return Math.min(Quantity.UNITS_MAX, some + more);
    }

    private void check(String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("office.transfer.error." + field.replaceFirst("\\d$", "")));
        }
    }
}
