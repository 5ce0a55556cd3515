package io.stoa.pricing.web;

import io.stoa.http.Etag;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.pricing.ListedPrice;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "Prices")
@RequestMapping("/api/v1/prices")
class PriceController {

    private final Pricing pricing;

    PriceController(Pricing pricing) {
        this.pricing = pricing;
    }

    @Operation(
            summary = "What one piece of each SKU costs now in a location group",
            description = "SKUs without a price there are left out.")
    @GetMapping
    @Nullable
    ResponseEntity<Map<Sku, Money>> prices(
            @RequestParam("sku") List<Sku> skus,
            @RequestParam Currency currency,
            @RequestParam String group,
            WebRequest request) {
        if (skus.size() > Page.SIZE_MAX) {
            throw Problems.refuse(Problems.invalid("sku", "Ask for at most 200 SKUs at once."));
        }
        Map<Sku, Money> found = new TreeMap<>(pricing.prices(skus, currency, group));
        return Etag.of(found).answer(request, () -> found);
    }

    @Operation(summary = "All price lists, those that do not hold now too")
    @GetMapping("/lists")
    @Nullable
    ResponseEntity<List<PriceList>> lists(WebRequest request) {
        var lists = pricing.lists();
        return Etag.of(lists).answer(request, () -> lists);
    }

    @Operation(summary = "One price list", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/lists/{list}")
    @Nullable
    ResponseEntity<PriceList> list(@PathVariable PriceListId list, WebRequest request) {
        var found = pricing.list(list)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no price list " + list + ".")));
        return Etag.version(found.version()).answer(request, found::value);
    }

    @Operation(summary = "The prices on a list, by SKU")
    @GetMapping("/lists/{list}/prices")
    @Nullable
    ResponseEntity<Page<ListedPrice>> listed(
            @PathVariable PriceListId list,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") PageSize size,
            WebRequest request) {
        var page = pricing.pricesOn(list, after, size.value());
        return Etag.of(page).answer(request, () -> page);
    }

    @Operation(summary = "One price on a list", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/lists/{list}/prices/{sku}")
    @Nullable
    ResponseEntity<Money> price(@PathVariable PriceListId list, @PathVariable Sku sku, WebRequest request) {
        var found = pricing.price(list, sku)
                .orElseThrow(() -> Problems.refuse(Problems.notFound(sku + " has no price on " + list + ".")));
        return Etag.version(found.version()).answer(request, found::value);
    }
}
