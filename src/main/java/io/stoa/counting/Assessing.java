package io.stoa.counting;

import io.stoa.counting.CountSheet.Line;
import io.stoa.locations.Locations;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far a count may be off before somebody has to approve it: pieces of one article, and worth of all differences together, where
 * what is missing of one does not make up for what is too much of another.
 */
@Component
class Assessing {

    private final Pricing pricing;
    private final Locations locations;
    private final Currency currency;
    private final int pieces;
    private final long worth;

    Assessing(
            Pricing pricing,
            Locations locations,
            @Value("${stoa.currency:USD}") Currency currency,
            @Value("${stoa.counting.pieces:10}") int pieces,
            @Value("${stoa.counting.worth:25000}") long worth) {
        if (pieces < 0 || worth < 0) {
            throw new IllegalArgumentException("stoa.counting.pieces and stoa.counting.worth are 0 or more");
        }
        this.pricing = pricing;
        this.locations = locations;
        this.currency = currency;
        this.pieces = pieces;
        this.worth = worth;
    }

    Assessment of(CountSheet sheet) {
        var group = Objects.requireNonNull(locations.byId().get(sheet.location())).group();
        var prices = pricing.prices(sheet.counted().stream().map(Line::sku).toList(), currency, group);
        var worths = new HashMap<Sku, Money>();
        int sum = 0;
        long off = 0;
        boolean far = false;
        for (var line : sheet.counted()) {
            int difference = Objects.requireNonNullElse(line.difference(), 0);
            var worthOf = prices.getOrDefault(line.sku(), Money.zero(currency)).times(difference);
            worths.put(line.sku(), worthOf);
            sum += difference;
            off += Math.abs(worthOf.minor());
            far |= Math.abs(difference) > pieces;
        }
        var total = worths.values().stream().reduce(Money.zero(currency), Money::plus);
        return new Assessment(sum, total, worths, far || off > worth);
    }
}
