package io.stoa.imports;

import io.stoa.feeds.BadRow;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Optional;

/** Opening stock: pieces that come in once. Importing again leaves what was sold since then alone. */
final class StockFacts implements Facts<Optional<Movement>> {

    private final Shop shop;
    private final String source;

    StockFacts(Shop shop, String source) {
        this.shop = shop;
        this.source = source;
    }

    @Override
    public Optional<Movement> read(Values values) {
        var quantity = values.integer("quantity");
        var sku = values.as("sku", Sku::new, Why.SKU, "a SKU");
        var location = values.as("location", LocationId::new, Why.FORM, "the name of a location");
        if (quantity < 0) {
            throw new BadRow(Why.QUANTITY, "the quantity is negative");
        }
        var id = "%s:stock:%s@%s".formatted(source, sku, location);
        return quantity == 0
                ? Optional.empty()
                : Optional.of(new Movement(id, sku, location, MovementKind.RECEIVED, quantity, "opening stock"));
    }

    @Override
    public List<Refusal> write(List<Optional<Movement>> movements) {
        shop.stock(movements.stream().flatMap(Optional::stream).toList());
        return List.of();
    }
}
