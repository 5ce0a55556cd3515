package io.stoa.orders.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.orders.CartId;
import io.stoa.orders.CartOutcome;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.orders.Delivery;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Carts. A customer has one at every door; who sells for customers may open one for a customer or a guest. */
@RestController
@Tag(name = "Carts")
@RequestMapping("/api/v1/carts")
@AllowedTo(
        value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
        customers = true)
class CartsResource {

    private final Carts carts;
    private final Currency currency;

    CartsResource(Carts carts, @Value("${stoa.currency:USD}") Currency currency) {
        this.carts = carts;
        this.currency = currency;
    }

    record NewCart(@Nullable CustomerId customer, @Nullable Currency currency) {}

    /** How many are wanted; 0 takes the line out. */
    record Pieces(int quantity) {
        Pieces {
            if (quantity < 0 || quantity > Quantity.UNITS_MAX) {
                throw new IllegalArgumentException("A cart line has 0 to 100000 pieces");
            }
        }
    }

    @Operation(
            summary = "Opens a cart",
            description = "A customer has one cart at every door: who has one open already gets that.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CartView open(@RequestBody NewCart wanted, Caller caller) {
        var customer = caller.staff() ? wanted.customer() : caller.customer();
        return carts.open(caller.touchpoint(), customer, Objects.requireNonNullElse(wanted.currency(), currency));
    }

    @Operation(summary = "One cart, with today’s prices")
    @GetMapping("/{id}")
    CartView find(@PathVariable CartId id, Caller caller) {
        return own(id, caller);
    }

    @Operation(
            summary = "Sets how many of one SKU are wanted",
            description = "0 takes the line out.")
    @ApiResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content = @Content(schema = @Schema(implementation = CartView.class)))
    @PutMapping("/{id}/lines/{sku}")
    ResponseEntity<?> put(@PathVariable CartId id, @PathVariable Sku sku, @RequestBody Pieces pieces, Caller caller) {
        guard(id, caller);
        return answer(carts.put(id, sku, pieces.quantity()));
    }

    @Operation(summary = "Chooses how the goods leave")
    @ApiResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content = @Content(schema = @Schema(implementation = CartView.class)))
    @PutMapping("/{id}/delivery")
    ResponseEntity<?> choose(@PathVariable CartId id, @RequestBody Delivery delivery, Caller caller) {
        guard(id, caller);
        return answer(carts.choose(id, delivery));
    }

    /** A customer sees their own cart only; whoever sells sees all. Costs a query for customers alone. */
    private void guard(CartId id, Caller caller) {
        if (!caller.staff()) {
            var ignored = own(id, caller);
        }
    }

    private CartView own(CartId id, Caller caller) {
        return carts.find(id)
                .filter(cart -> caller.staff() || Objects.equals(cart.customer(), caller.customer()))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no cart " + id + ".")));
    }

    private static ResponseEntity<?> answer(CartOutcome outcome) {
        return switch (outcome) {
            case CartOutcome.Changed(CartView cart) -> ResponseEntity.ok(cart);
            case CartOutcome.NotOpen(CartId cart) ->
                ResponseEntity.of(Problems.conflict(
                                "cart-not-open",
                                "Cart " + cart + " is gone or was ordered already. Open a new one.",
                                Map.of("cart", cart)))
                        .build();
            case CartOutcome.NotSold(Sku sku) ->
                ResponseEntity.of(Problems.unprocessable(
                                "not-sold", "Nobody sells " + sku + ".", Map.of("sku", sku)))
                        .build();
            case CartOutcome.Full(int linesMax) ->
                ResponseEntity.of(Problems.conflict(
                                "cart-full", "A cart has at most " + linesMax + " lines.", Map.of("linesMax", linesMax)))
                        .build();
        };
    }
}
