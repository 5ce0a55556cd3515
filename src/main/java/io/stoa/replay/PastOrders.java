package io.stoa.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the orders of Oracle's sample schema Customer Orders (MIT), which travel with the demo. */
final class PastOrders {

    private static final String FOLDER = "/demo/oracle-customer-orders/";
    private static final String ONLINE = "1";

    /** As the import corrects their spelling. */
    private static final Map<String, String> SPELLINGS = Map.of("New Dehli", "New Delhi", "Bejing", "Beijing");

    private PastOrders() {}

    /** All of them in their order; none when the data did not travel along. */
    static List<PastOrder> read() {
        if (PastOrders.class.getResource(FOLDER + "orders.csv") == null) {
            return List.of();
        }
        var stores = new HashMap<String, LocationId>();
        rows("stores.csv").forEach(row -> stores.put(row.getField("store_id"), place(row.getField("store_name"))));
        var items = rows("order_items.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("order_id"), Collectors.mapping(PastOrders::item, Collectors.toList())));
        return rows("orders.csv").stream()
                .filter(row -> items.containsKey(row.getField("order_id")))
                .map(row -> order(row, stores, items))
                .toList();
    }

    private static PastOrder order(
            NamedCsvRecord row, Map<String, LocationId> stores, Map<String, List<PastOrder.Item>> items) {
        var store = row.getField("store_id");
        return new PastOrder(
                Long.parseLong(row.getField("order_id")),
                Long.parseLong(row.getField("customer_id")),
                store.equals(ONLINE) ? null : stores.get(store),
                items.getOrDefault(row.getField("order_id"), List.of()));
    }

    private static PastOrder.Item item(NamedCsvRecord row) {
        return new PastOrder.Item(
                new Sku("CO-" + row.getField("product_id")), Integer.parseInt(row.getField("quantity")));
    }

    private static LocationId place(String name) {
        var plain = Normalizer.normalize(SPELLINGS.getOrDefault(name, name), Normalizer.Form.NFD);
        return new LocationId(plain.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private static List<NamedCsvRecord> rows(String file) {
        var stream = PastOrders.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("The demo lacks " + file);
        }
        try (var rows = CsvReader.builder()
                .allowMissingFields(true)
                .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
