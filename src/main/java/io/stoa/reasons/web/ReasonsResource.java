package io.stoa.reasons.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.inventory.Availability;
import io.stoa.pricing.Fate;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.PriceReason;
import io.stoa.pricing.Quote;
import io.stoa.pricing.Unpriced;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.reasons.Reasons;
import io.stoa.reasons.StockReason;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Why?" for programs: the same answers as on the pages, for those who may know what is to come. */
@RestController
@RequestMapping("/api/v1/reasons")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class ReasonsResource {

    private final Reasons reasons;

    ReasonsResource(Reasons reasons) {
        this.reasons = reasons;
    }

    /** What a list says of it, and what becomes of that list. */
    record ListAnswer(PriceListId list, Money price, Fate fate) {}

    /** What becomes of a promotion that is about it, and what that takes off all pieces. */
    record PromotionAnswer(PromotionId promotion, String name, Fate fate, Money off) {}

    /** All lists and promotions that have to do with it; what it comes to, or why it has no price. */
    record PriceAnswer(
            Sku sku,
            List<ListAnswer> lists,
            List<PromotionAnswer> promotions,
            @Nullable Money net,
            @Nullable Money tax,
            @Nullable Money gross,
            Unpriced.@Nullable Reason unpriced) {}

    /** The counters there, what can be promised elsewhere, and when a supplier brings more. */
    record StockAnswer(
            Sku sku,
            LocationId location,
            StockReason.Verdict verdict,
            int available,
            Availability counters,
            int elsewhere,
            @Nullable LocalDate expected) {}

    @Operation(
            summary = "Why a SKU costs now what it costs at a place and door",
            description = "Every price list with a price of it, first choice first, and every promotion that is about it, each with what "
                    + "becomes of it. Reckoned for so many pieces bought alone, by what makes the price itself.")
    @Tag(name = "Prices")
    @GetMapping("/price")
    PriceAnswer price(
            @RequestParam Sku sku,
            @RequestParam LocationId location,
            @RequestParam(defaultValue = "WEB") Channel channel,
            @RequestParam(defaultValue = "1") Quantity pieces) {
        return reasons.price(sku, pieces, location, channel).map(ReasonsResource::answer).orElseThrow(() -> missing(sku, location));
    }

    @Operation(
            summary = "Why so many of a SKU can be promised at a place",
            description = "Available is what is on hand less what is held, allocated to orders and kept back as safety stock.")
    @Tag(name = "Stock")
    @GetMapping("/stock")
    StockAnswer stock(@RequestParam Sku sku, @RequestParam LocationId location) {
        var reason = reasons.stock(sku, location).orElseThrow(() -> missing(sku, location));
        var counters = reason.counters();
        return new StockAnswer(
                sku, location, reason.verdict(), counters.available(), counters, reason.elsewhere(), reason.expected());
    }

    private static RuntimeException missing(Sku sku, LocationId location) {
        return Problems.refuse(Problems.notFound("There is no " + sku + " or no " + location + ", or nothing is sold there."));
    }

    private static PriceAnswer answer(PriceReason reason) {
        var quote = reason.outcome() instanceof Quote some ? some : null;
        return new PriceAnswer(
                reason.sku(),
                reason.lists().stream().map(one -> new ListAnswer(one.list().id(), one.price(), one.fate())).toList(),
                reason.promotions().stream()
                        .map(one -> new PromotionAnswer(one.promotion().id(), one.promotion().name(), one.fate(), one.off()))
                        .toList(),
                quote == null ? null : quote.net(),
                quote == null ? null : quote.tax(),
                quote == null ? null : quote.gross(),
                reason.outcome() instanceof Unpriced unpriced ? unpriced.reason() : null);
    }
}
