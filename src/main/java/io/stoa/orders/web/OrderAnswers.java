package io.stoa.orders.web;

import io.stoa.coupons.Coupon;
import io.stoa.http.Problems;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.OrderState;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.shared.Money;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Outcomes of orders as HTTP answers. */
final class OrderAnswers {

    private OrderAnswers() {}

    record PlacedOrder(OrderId id, OrderState state, Money total, boolean repeated) {}

    /** How an order stands after a change; {@code due} is what is still to be paid, after a part of it was. */
    record ChangedOrder(OrderId id, OrderState state, @Nullable Money due) {
        ChangedOrder(OrderId id, OrderState state) {
            this(id, state, null);
        }
    }

    static ResponseEntity<?> of(PlaceOutcome outcome) {
        return switch (outcome) {
            case PlaceOutcome.Placed(var order, var state, var total, boolean repeated) ->
                ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/orders/" + order))
                        .body(new PlacedOrder(order, state, total, repeated));
            case PlaceOutcome.CardDeclined(var order, String reason) -> problem(declined(order, reason));
            case PlaceOutcome.OutOfStock(var shortages) ->
                problem(Problems.conflict(
                        "out-of-stock",
                        shortages.stream()
                                .map(few -> "Only %d of %d %s left."
                                        .formatted(few.available(), few.wanted(), few.sku()))
                                .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other),
                        Map.of("shortages", shortages)));
            case PlaceOutcome.NotSold(var sku) ->
                problem(Problems.unprocessable(
                        "not-sold", "Nobody sells " + sku + " here.", Map.of("sku", sku)));
            case PlaceOutcome.Incomplete(String what) ->
                problem(Problems.unprocessable(
                        "incomplete-order", "The order says nothing about its " + what + ".", Map.of("field", what)));
            case PlaceOutcome.NotOrdered(var sku) -> problem(notOrdered(sku));
            case PlaceOutcome.OtherPrices(var store) -> problem(otherPrices(store));
            case PlaceOutcome.CartMoved(var cart) ->
                problem(Problems.conflict(
                        "cart-not-open",
                        "Cart " + cart + " was ordered already or changed meanwhile. Read it again.",
                        Map.of("cart", cart)));
            case PlaceOutcome.CouponRefused(var coupon, var why) ->
                problem(Problems.unprocessable(
                        "coupon-refused",
                        "Coupon " + coupon + " takes nothing off this order: " + reason(why) + ".",
                        Map.of("coupon", coupon, "reason", why)));
            case PlaceOutcome.KeyReused reused ->
                problem(Problems.unprocessable(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Take a new key.",
                        Map.of()));
        };
    }

    private static String reason(Coupon.Refusal why) {
        return switch (why) {
            case UNKNOWN -> "there is no such coupon";
            case STOPPED -> "it was stopped";
            case NOT_YET -> "it does not hold yet";
            case OVER -> "its time is over";
            case USED_UP -> "it was used as often as it may be";
            case TOO_LITTLE -> "the order is below its minimum";
            case OTHER_CURRENCY -> "it is for another currency";
            case USED_BEFORE -> "everybody has it once";
            case WHO -> "everybody has it once, and the order does not say who buys";
        };
    }

    static ResponseEntity<?> of(OrderId id, PayOutcome outcome) {
        return switch (outcome) {
            case PayOutcome.Paid(OrderState state) -> ResponseEntity.ok(new ChangedOrder(id, state));
            case PayOutcome.PartlyPaid(var due) ->
                ResponseEntity.ok(new ChangedOrder(id, OrderState.AWAITING_PAYMENT, due));
            case PayOutcome.TooMuch(var due) ->
                problem(Problems.conflict(
                        "more-than-due", "Only " + due + " is still to be paid for order " + id + ".", Map.of("due", due)));
            case PayOutcome.Declined(String reason) -> problem(declined(id, reason));
            case PayOutcome.Undecided undecided ->
                ResponseEntity.accepted().body(new ChangedOrder(id, OrderState.AWAITING_PAYMENT));
            case PayOutcome.Redirect(URI page) ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(page)
                        .body(new ChangedOrder(id, OrderState.AWAITING_PAYMENT));
            case PayOutcome.NotPayable(OrderState state) -> problem(tooLate(id, state));
            case PayOutcome.NoSuchOrder none -> problem(missing(id));
        };
    }

    static ResponseEntity<?> of(OrderId id, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Done(OrderState state, var worth, var moved) ->
                ResponseEntity.ok(new ChangedOrder(id, state));
            case ChangeOutcome.TooLate(OrderState state) -> problem(tooLate(id, state));
            case ChangeOutcome.NotThere(var sku, var location, int onHand) ->
                problem(Problems.conflict(
                        "not-on-hand",
                        "By the count only " + onHand + " of " + sku + " are at " + location + ".",
                        Map.of("sku", sku, "location", location, "onHand", onHand)));
            case ChangeOutcome.NoSuchOrder none -> problem(missing(id));
        };
    }

    private static ProblemDetail declined(OrderId id, String reason) {
        return Problems.of(
                HttpStatus.PAYMENT_REQUIRED,
                "card-declined",
                "The card was declined. The goods stay held for a while; pay order " + id + " with another card.",
                Map.of("order", id, "reason", reason));
    }

    private static ProblemDetail notOrdered(Sku sku) {
        return Problems.unprocessable(
                "not-in-order",
                sku + " shall be collected and is not in the order. Name it among the lines, or do not collect it.",
                Map.of("sku", sku));
    }

    private static ProblemDetail otherPrices(LocationId store) {
        return Problems.unprocessable(
                "other-prices",
                "What is collected at " + store + " has other prices and taxes than what is sent. Place two orders.",
                Map.of("store", store));
    }

    private static ProblemDetail tooLate(OrderId id, OrderState state) {
        var how = state == OrderState.AWAITING_PAYMENT
                ? " waits for its money: pay it first, or cancel it."
                : state == OrderState.PLACED ? " is on its way already, in part." : " is " + state + " by now.";
        return Problems.conflict("order-not-open", "Order " + id + how, Map.of("order", id, "state", state));
    }

    private static ProblemDetail missing(OrderId id) {
        return Problems.notFound("There is no order " + id + ".");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
