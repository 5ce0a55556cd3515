package io.stoa.imports;

import io.stoa.feeds.Values;
import java.util.List;

/** What share of the price is tax, by place and category, in basis points (2000 is 20 %). */
final class TaxFacts implements Facts<TaxFacts.Rate> {

    private final Shop shop;

    record Rate(String group, String category, int basisPoints) {}

    TaxFacts(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Rate read(Values values) {
        return new Rate(values.text("group"), values.text("category"), values.integer("rate"));
    }

    @Override
    public List<Refusal> write(List<Rate> rates) {
        rates.forEach(rate -> shop.tax(rate.group(), rate.category(), rate.basisPoints()));
        return List.of();
    }
}
