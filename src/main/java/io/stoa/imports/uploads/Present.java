package io.stoa.imports.uploads;

import io.stoa.catalog.Catalog;
import io.stoa.customers.Customers;
import io.stoa.feeds.Reason;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.imports.Imports;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.pricing.Pricing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses rows that are about what is there already, or that need what is not there: a file adds and overwrites nothing. */
@Component
class Present implements Imports.Judge {

    private static final String STANDARD = "standard";

    private final Catalog catalog;
    private final Locations locations;
    private final Customers customers;
    private final Pricing pricing;

    Present(Catalog catalog, Locations locations, Customers customers, Pricing pricing) {
        this.catalog = catalog;
        this.locations = locations;
        this.customers = customers;
        this.pricing = pricing;
    }

    @Override
    public List<@Nullable Reason> why(String as, List<Values> rows) {
        return switch (as) {
            case "products" -> articles(rows);
            case "stock" -> stock(rows);
            case "customers" -> Present.<Values>each(rows, this::customer);
            default -> Present.<Values>each(rows, any -> null);
        };
    }

    private interface Judging<T> {
        @Nullable Reason of(T one);
    }

    private static <T> List<@Nullable Reason> each(List<T> rows, Judging<T> why) {
        return rows.stream().<@Nullable Reason>map(why::of).toList();
    }

    private List<@Nullable Reason> articles(List<Values> rows) {
        var known = catalog.items(skus(rows));
        var taxes = Stream.concat(Stream.of(STANDARD), pricing.taxes().stream().map(tax -> tax.category())).toList();
        return each(rows, row -> {
            var sku = row.text("sku");
            if (known.containsKey(new Sku(sku)) || catalog.byCode(sku).isPresent()) {
                return new Reason(Why.THERE, "… is in the shop already", sku);
            }
            return taxes.contains(row.text("taxCategory")) ? null : new Reason(Why.TAX, "there is no tax …", row.text("taxCategory"));
        });
    }

    private List<@Nullable Reason> stock(List<Values> rows) {
        var known = catalog.items(skus(rows));
        return each(rows, row -> {
            if (!known.containsKey(new Sku(row.text("sku")))) {
                return new Reason(Why.ARTICLE, "no article has the SKU …", row.text("sku"));
            }
            boolean keeps = locations.find(new LocationId(row.text("location"))).filter(Location::hasStock).isPresent();
            return keeps ? null : new Reason(Why.PLACE, "no place that keeps stock is called …", row.text("location"));
        });
    }

    private @Nullable Reason customer(Values row) {
        boolean known = row.optional("email").flatMap(customers::byEmail).isPresent()
                || row.optional("phone").flatMap(customers::byPhone).isPresent()
                || row.optional("card").flatMap(customers::byCard).isPresent();
        return known ? new Reason(Why.CUSTOMER, "a customer with this e-mail, phone or card is there already") : null;
    }

    private static List<Sku> skus(List<Values> rows) {
        return rows.stream().map(row -> new Sku(row.text("sku"))).toList();
    }
}
