package io.stoa.giftcards.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.giftcards.GiftCard;
import io.stoa.giftcards.GiftCardId;
import io.stoa.giftcards.GiftCards;
import io.stoa.giftcards.GiftCode;
import io.stoa.giftcards.Issued;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gift cards. A code is money, so it is never part of an address. */
@RestController
@Tag(name = "Gift cards")
@RequestMapping("/api/v1/gift-cards")
class GiftCardsResource {

    private final GiftCards cards;

    GiftCardsResource(GiftCards cards) {
        this.cards = cards;
    }

    record NewGiftCard(Money amount) {
        NewGiftCard {
            if (amount.minor() <= 0 || amount.minor() > GiftCards.LOADED_MAX) {
                throw new IllegalArgumentException("A gift card is worth more than nothing and at most "
                        + new Money(GiftCards.LOADED_MAX, amount.currency()));
            }
        }
    }

    record Lookup(GiftCode code) {}

    /** A card and, once, its code. */
    record IssuedCard(GiftCard card, @Nullable GiftCode code) {
        static IssuedCard of(Issued issued) {
            return new IssuedCard(issued.card(), issued.code().orElse(null));
        }
    }

    @Operation(
            summary = "Issues a gift card",
            description = "The answer holds the code, which is shown this once. When the answer got lost, the same key finds the card without its code: block it and issue another.")
    @ApiResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(schema = @Schema(implementation = IssuedCard.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Issued before with the same key",
            content = @Content(schema = @Schema(implementation = IssuedCard.class)))
    @PostMapping
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    ResponseEntity<IssuedCard> issue(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody NewGiftCard wanted, Caller caller) {
        var issued = cards.issue(caller.actor() + "|" + key, wanted.amount(), caller.touchpoint());
        return ResponseEntity.status(issued.code().isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(IssuedCard.of(issued));
    }

    @Operation(summary = "Gift cards, the newest first", description = "Without their codes; ending finds one by its last four characters.")
    @GetMapping
    Page<GiftCard> list(
            @RequestParam(required = false) @Nullable String ending,
            @RequestParam(required = false) @Nullable GiftCardId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return cards.list(ending, size.value(), after);
    }

    @Operation(summary = "One gift card")
    @GetMapping("/{id}")
    GiftCard find(@PathVariable GiftCardId id) {
        return cards.find(id).orElseThrow(GiftCardsResource::missing);
    }

    @Operation(summary = "What was loaded, spent and given back, the newest first")
    @GetMapping("/{id}/history")
    List<GiftCard.Entry> history(@PathVariable GiftCardId id) {
        return cards.history(find(id).id());
    }

    @Operation(summary = "Finds a gift card by its code", description = "A code is money: it travels in the body, never in an address.")
    @PostMapping("/lookup")
    @AllowedTo(customers = true, value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN})
    GiftCard lookUp(@RequestBody Lookup wanted) {
        return cards.find(wanted.code()).orElseThrow(GiftCardsResource::missing);
    }

    @Operation(summary = "Blocks a gift card", description = "Nothing more can be paid with it; what is promised to orders already stays promised.")
    @PutMapping("/{id}/block")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    GiftCard block(@PathVariable GiftCardId id, Caller caller) {
        return cards.block(id, true, caller.touchpoint()).orElseThrow(GiftCardsResource::missing);
    }

    @Operation(summary = "Lifts the block of a gift card")
    @DeleteMapping("/{id}/block")
    @AllowedTo({Role.MANAGER, Role.ADMIN})
    GiftCard unblock(@PathVariable GiftCardId id, Caller caller) {
        return cards.block(id, false, caller.touchpoint()).orElseThrow(GiftCardsResource::missing);
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such gift card."));
    }
}
