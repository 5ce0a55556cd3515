package io.stoa.pricing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Price lists and the prices on them, as those who set prices send them. */
@RestController
@RequestMapping("/api/v1/prices/lists/{list}")
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Prices")
class PriceEditing {

    private final Pricing pricing;

    PriceEditing(Pricing pricing) {
        this.pricing = pricing;
    }

    /** A price list without its id: without a group it holds everywhere, without times always. */
    record PriceListBody(
            Currency currency,
            @Nullable String group,
            boolean taxIncluded,
            @Nullable Instant from,
            @Nullable Instant until) {

        PriceListBody {
            var ignored = new PriceList(new PriceListId("checked"), currency, group, taxIncluded, from, until);
        }
    }

    record PricesBody(Map<Sku, Money> prices) {}

    @Operation(
            summary = "Adds or replaces a price list; its prices stay",
            description = "Send the ETag as If-Match to replace it. The currency of a list never changes.")
    @PutMapping
    ResponseEntity<?> put(
            @PathVariable PriceListId list,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody PriceListBody body,
            Caller caller) {
        var said = Precondition.of(ifMatch, ifNoneMatch);
        pricing.list(list).ifPresent(there -> refuseOther(there.value(), body.currency(), "currency"));
        var wanted = new PriceList(list, body.currency(), body.group(), body.taxIncluded(), body.from(), body.until());
        return said.answer(pricing.saveList(wanted, said.expected(), caller.touchpoint()), () -> wanted);
    }

    @Operation(summary = "Sets one price", description = "In the currency's smallest unit. Send the ETag as If-Match to replace one.")
    @PutMapping("/prices/{sku}")
    ResponseEntity<?> price(
            @PathVariable PriceListId list,
            @PathVariable Sku sku,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody Money price,
            Caller caller) {
        var said = Precondition.of(ifMatch, ifNoneMatch);
        refuseUnfit(find(list), price, "");
        return said.answer(pricing.setPrice(list, sku, price, said.expected(), caller.touchpoint()), () -> price);
    }

    @Operation(
            summary = "Sets several prices, all or none",
            description = "Those that are not named stay. Nothing is compared with what was there: the last one wins.")
    @PatchMapping("/prices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prices(@PathVariable PriceListId list, @RequestBody PricesBody body, Caller caller) {
        var there = find(list);
        if (body.prices().isEmpty() || body.prices().size() > Pricing.PRICES_MAX) {
            throw Problems.refuse(Problems.invalid("prices", "Send 1 to " + Pricing.PRICES_MAX + " prices at once."));
        }
        body.prices().forEach((sku, price) -> refuseUnfit(there, price, "prices." + sku + "."));
        pricing.setPrices(list, body.prices(), caller.touchpoint());
    }

    private PriceList find(PriceListId list) {
        return pricing.list(list)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no price list " + list + ".")))
                .value();
    }

    private static void refuseUnfit(PriceList list, Money price, String where) {
        refuseOther(list, price.currency(), where + "currency");
        if (price.isNegative() || price.minor() > Pricing.MINOR_MAX) {
            throw Problems.refuse(Problems.invalid(where + "minor", "A price is 0 to " + Pricing.MINOR_MAX + " in the smallest unit."));
        }
    }

    private static void refuseOther(PriceList list, Currency given, String field) {
        if (!list.currency().equals(given)) {
            throw Problems.refuse(Problems.invalid(field, "The price list is in " + list.currency() + "."));
        }
    }
}
