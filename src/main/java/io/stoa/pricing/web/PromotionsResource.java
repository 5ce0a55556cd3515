package io.stoa.pricing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What the shop itself takes off, for those who decide on it. */
@RestController
@Tag(name = "Prices")
@RequestMapping("/api/v1/promotions")
@AllowedTo({Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class PromotionsResource {

    private final Promotions promotions;

    PromotionsResource(Promotions promotions) {
        this.promotions = promotions;
    }

    /** A promotion without its id: without goods it is about everything, without reach it holds everywhere and always. */
    record PromotionBody(
            String name,
            Offer offer,
            @Nullable Goods goods,
            @Nullable Reach reach,
            @Nullable Currency currency,
            @Nullable Long minimum,
            @Nullable Integer priority,
            @Nullable Combination combination,
            boolean active) {

        PromotionBody {
            var ignored = of(new PromotionId("checked"), name, offer, goods, reach, currency, minimum, priority, combination, active);
        }

        Promotion promotion(PromotionId id) {
            return of(id, name, offer, goods, reach, currency, minimum, priority, combination, active);
        }

        private static Promotion of(
                PromotionId id,
                String name,
                Offer offer,
                @Nullable Goods goods,
                @Nullable Reach reach,
                @Nullable Currency currency,
                @Nullable Long minimum,
                @Nullable Integer priority,
                @Nullable Combination combination,
                boolean active) {
            return new Promotion(
                    id,
                    name,
                    offer,
                    Objects.requireNonNullElse(goods, Goods.ALL),
                    Objects.requireNonNullElse(reach, Reach.EVERYWHERE),
                    currency,
                    Objects.requireNonNullElse(minimum, 0L),
                    Objects.requireNonNullElse(priority, 0),
                    Objects.requireNonNullElse(combination, Combination.STACKING),
                    active);
        }
    }

    @Operation(summary = "All promotions by id, those that do not hold now too")
    @GetMapping
    @Nullable
    ResponseEntity<List<Promotion>> all(WebRequest request) {
        var all = promotions.all().stream().map(Versioned::value).toList();
        return Etag.of(all).answer(request, () -> all);
    }

    @Operation(summary = "One promotion", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<Promotion> find(@PathVariable PromotionId id, WebRequest request) {
        var found = promotions
                .find(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no promotion " + id + ".")));
        return Etag.version(found.version()).answer(request, found::value);
    }

    @Operation(
            summary = "Makes or changes a promotion",
            description = "It holds at every door within a second; orders keep what was taken off them. Shares are in basis points, "
                    + "amounts in the smallest unit of the currency. Send the ETag as If-Match to change one.")
    @PutMapping("/{id}")
    ResponseEntity<?> put(
            @PathVariable PromotionId id,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody PromotionBody body,
            Caller caller) {
        var said = Precondition.of(ifMatch, ifNoneMatch);
        var wanted = body.promotion(id);
        return said.answer(promotions.save(wanted, said.expected(), caller.touchpoint()), () -> wanted);
    }
}
