package io.stoa.orders.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.Problems;
import io.stoa.locations.Address;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.paying.Tendered;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders. Placing takes an Idempotency-Key: repeat the request as often as needed, it is one order. */
@RestController
@Tag(name = "Orders")
@RequestMapping("/api/v1/orders")
@AllowedTo(
        value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
        customers = true)
class OrdersResource {

    private static final int TRAIL_MAX = 200;
    private static final int REASON_MAX = 200;

    private final Orders orders;
    private final EventLog log;
    private final Currency currency;

    OrdersResource(Orders orders, EventLog log, @Value("${stoa.currency:USD}") Currency currency) {
        this.orders = orders;
        this.log = log;
        this.currency = currency;
    }

    /**
     * {@code CARD} with the token that stands for it, {@code GIFT_CARD} with its code as the token, {@code HOSTED} for a page of
     * the provider, whose address the answer tells, or {@code CASH} at a till.
     * Without an amount all that is due, or all that is left on a gift card.
     */
    record Payment(@Nullable Tender tender, @Nullable CardToken token, @Nullable Money amount) {

        Payment {
            tender = Objects.requireNonNullElse(tender, Tender.CARD);
            boolean card = tender == Tender.CARD || tender == Tender.GIFT_CARD;
            if (card ? token == null : tender == Tender.CASH && amount == null) {
                throw new IllegalArgumentException("Cash comes with an amount, any card with its token");
            }
            if (tender == Tender.EXCHANGE) {
                throw new IllegalArgumentException("What came back pays for other goods at a till only");
            }
            if (amount != null && amount.minor() <= 0) {
                throw new IllegalArgumentException("A part of the money is more than nothing");
            }
        }

        Tendered tendered() {
            return switch (Objects.requireNonNull(tender)) {
                case CASH -> new Tendered.InCash(Objects.requireNonNull(amount));
                case HOSTED -> new Tendered.ByPage(amount, null);
                case GIFT_CARD -> new Tendered.ByGiftCard(Objects.requireNonNull(token), amount);
                case CARD -> new Tendered.ByCard(Objects.requireNonNull(token), amount);
                case EXCHANGE -> throw new IllegalStateException("Refused when it was read");
            };
        }
    }

    record Collection(LocationId store) {}

    record Cancellation(String reason) {
        Cancellation {
            reason = said(reason);
        }
    }

    /** How many pieces of a line stay, and why. */
    record Fewer(int quantity, String reason) {
        Fewer {
            reason = said(reason);
        }
    }

    record Readdressing(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable Address address) {

        /** Named wrongly it is a bad request before anything else. */
        Readdressing {
            var _ = new Contact(name, email, phone);
        }

        @Nullable Contact contact() {
            var contact = new Contact(name, email, phone);
            return contact.equals(Contact.NONE) ? null : contact;
        }
    }

    private static String said(String reason) {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A reason has 1 to 200 characters");
        }
        return reason.strip();
    }

    @Operation(
            summary = "Places an order, from a cart or from lines of its own",
            description = "Prices it, chooses the places that serve it, takes the stock and the money. Repeat it as often as needed with the same key: it is one order."
                    + " A delivery of the type MIXED sends an order in part: the SKUs that it names as collected are collected at its"
                    + " store, all others go to its address. What is collected and not among the lines is refused (not-in-order), and"
                    + " so is a store of other prices and taxes than those of the door (other-prices): that takes two orders.")
    @ApiResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = OrderAnswers.PlacedOrder.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Placed before with the same key",
            content = @Content(schema = @Schema(implementation = OrderAnswers.PlacedOrder.class)))
    @PostMapping
    ResponseEntity<?> place(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody NewOrderRequest wanted, Caller caller) {
        return OrderAnswers.of(orders.place(wanted.asked(key, caller, currency)));
    }

    @Operation(
            summary = "Pays an order that waits for its money, or a part of it",
            description = "With an amount only so much, so that a gift card, coins and a card pay together: the order is placed when they come to its total, and until then the answer says what is still due. The goods stay held for a while after a card was declined. Money of parts goes back when the order is given up.")
    @ApiResponse(
            responseCode = "200",
            description = "Paid, or a part of it",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The bank has not answered yet; it is asked again",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @PostMapping("/{id}/payments")
    ResponseEntity<?> pay(@PathVariable OrderId id, @RequestBody Payment payment, Caller caller) {
        guard(id, caller);
        if (payment.tender() == Tender.CASH && !caller.staff()) {
            throw Problems.refuse(Problems.forbidden("Cash is taken at a till only."));
        }
        return OrderAnswers.of(id, orders.pay(id, payment.tendered(), caller.touchpoint()));
    }

    @Operation(
            summary = "Cancels an order",
            description = "What is still here goes back on the shelf, and the money back to where it came from.")
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable OrderId id, @RequestBody Cancellation cancellation, Caller caller) {
        guard(id, caller);
        return OrderAnswers.of(id, orders.cancel(id, cancellation.reason(), caller.touchpoint()));
    }

    @Operation(
            summary = "Leaves so many pieces of a line, and takes the others out of the order",
            description = "For what is not with the customer yet: the goods are free at once, the money goes back. 0 takes the line out. Repeating changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Changed, or so already",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @PutMapping("/{id}/lines/{line}")
    @AllowedTo(
            value = {Role.AGENT, Role.MANAGER, Role.ADMIN},
            customers = true)
    ResponseEntity<?> lower(
            @PathVariable OrderId id, @PathVariable int line, @RequestBody Fewer fewer, Caller caller) {
        guard(id, caller);
        try {
            var outcome = orders.lower(id, Map.of(line, fewer.quantity()), fewer.reason(), caller.touchpoint());
            return OrderAnswers.of(id, outcome);
        } catch (Orders.OnlySmaller more) {
            throw Problems.refuse(Problems.unprocessable(
                    "only-smaller", Objects.requireNonNull(more.getMessage()), Map.of("line", line)));
        }
    }

    @Operation(
            summary = "Says whom to tell about an order, and where to send it",
            description = "While it is open. Name, e-mail and phone are replaced together and stay when none of them is said; so does the address. An order that is collected takes none.")
    @ApiResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @PutMapping("/{id}/contact")
    @AllowedTo(
            value = {Role.AGENT, Role.MANAGER, Role.ADMIN},
            customers = true)
    ResponseEntity<?> readdress(@PathVariable OrderId id, @RequestBody Readdressing to, Caller caller) {
        guard(id, caller);
        if (to.address() != null && orders.find(id).filter(order -> !Delivery.isSent(order.delivery())).isPresent()) {
            throw Problems.refuse(
                    Problems.unprocessable("not-sent", "Order " + id + " is not sent anywhere.", Map.of("field", "address")));
        }
        return OrderAnswers.of(id, orders.readdress(id, to.contact(), to.address(), caller.touchpoint()));
    }

    @Operation(
            summary = "Collects an order at another store",
            description = "While nothing of it was handed over there, and where everything is. Its own store again changes nothing. Of a mixed order only what is collected moves.")
    @ApiResponse(
            responseCode = "200",
            description = "Changed, or so already",
            content = @Content(schema = @Schema(implementation = OrderAnswers.ChangedOrder.class)))
    @PutMapping("/{id}/collection")
    @AllowedTo(
            value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
            customers = true)
    ResponseEntity<?> collect(@PathVariable OrderId id, @RequestBody Collection at, Caller caller) {
        guard(id, caller);
        return OrderAnswers.of(id, orders.collectAt(id, at.store(), caller.touchpoint()));
    }

    @Operation(summary = "One order, with its lines, its places and why these")
    @GetMapping("/{id}")
    OrderView find(@PathVariable OrderId id, Caller caller) {
        return own(id, caller);
    }

    /** What happened to the order, oldest first. */
    @Operation(summary = "What happened to an order, oldest first")
    @GetMapping("/{id}/events")
    List<Event> trail(@PathVariable OrderId id, Caller caller) {
        guard(id, caller);
        return log.ofOrder(id, TRAIL_MAX);
    }

    @Operation(
            summary = "Orders, the newest first",
            description = "Imported ones too. A customer sees their own. A number is that of an order, or the one that an imported"
                    + " order had where it came from.")
    @GetMapping
    Page<OrderRow> list(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable CustomerId customer,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) OrderQuery.@Nullable Before after,
            @RequestParam(defaultValue = "50") int size,
            Caller caller) {
        var whose = caller.staff() ? customer : Objects.requireNonNull(caller.customer());
        return orders.list(new OrderQuery(state, channel, whose, number, after, size));
    }

    private void guard(OrderId id, Caller caller) {
        if (!caller.staff()) {
            var ignored = own(id, caller);
        }
    }

    private OrderView own(OrderId id, Caller caller) {
        return orders.find(id)
                .filter(order -> caller.staff() || Objects.equals(order.customer(), caller.customer()))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no order " + id + ".")));
    }
}
