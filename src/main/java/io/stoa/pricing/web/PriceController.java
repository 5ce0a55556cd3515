package io.stoa.pricing.web;

import io.stoa.pricing.PriceList;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/prices")
class PriceController {

    private final Pricing pricing;

    PriceController(Pricing pricing) {
        this.pricing = pricing;
    }

    /** What one piece of each SKU costs now in a location group; SKUs without a price there are left out. */
    @GetMapping
    Map<Sku, Money> prices(
            @RequestParam("sku") List<Sku> skus, @RequestParam Currency currency, @RequestParam String group) {
        if (skus.size() > Page.SIZE_MAX) {
            throw new IllegalArgumentException("At most 200 SKUs at once");
        }
        return new TreeMap<>(pricing.prices(skus, currency, group));
    }

    @GetMapping("/lists")
    List<PriceList> lists() {
        return pricing.lists();
    }
}
