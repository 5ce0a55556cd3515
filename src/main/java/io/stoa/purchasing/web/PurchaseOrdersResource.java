package io.stoa.purchasing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.purchasing.Count;
import io.stoa.purchasing.NewPurchaseOrder;
import io.stoa.purchasing.NewReceipt;
import io.stoa.purchasing.PurchaseOrder;
import io.stoa.purchasing.PurchaseOrderId;
import io.stoa.purchasing.PurchaseOutcome;
import io.stoa.purchasing.Purchasing;
import io.stoa.purchasing.SupplierId;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What suppliers are asked for, and what of it came. Every step may be repeated. */
@RestController
@RequestMapping("/api/v1/purchase-orders")
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Purchase orders")
class PurchaseOrdersResource {

    private final Purchasing purchasing;

    PurchaseOrdersResource(Purchasing purchasing) {
        this.purchasing = purchasing;
    }

    /** From whom, where to, by when, and how many of which SKU at how much each in the smallest unit of the currency. */
    record PurchaseDraft(
            SupplierId supplier,
            LocationId location,
            Currency currency,
            @Nullable LocalDate expected,
            Map<Sku, NewPurchaseOrder.Wanted> goods) {

        PurchaseDraft {
            var ignored = new NewPurchaseOrder("checked", supplier, location, currency, expected, goods);
        }
    }

    /** How many of each SKU came, whole and damaged; more than was ordered only if over is true. */
    record PurchaseReceipt(Map<Sku, Count> goods, @Nullable Boolean over) {

        PurchaseReceipt {
            var ignored = new NewReceipt("checked", new Expected.Something(), goods, true);
        }
    }

    @Operation(
            summary = "Drafts a purchase order",
            description = "Nothing is on its way until it is placed. Without an expected day it is awaited when the supplier usually delivers.")
    @ApiResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Drafted before with the same key",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @PostMapping
    ResponseEntity<?> draft(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody PurchaseDraft wanted, Caller caller) {
        var wish = new NewPurchaseOrder(
                key.value(), wanted.supplier(), wanted.location(), wanted.currency(), wanted.expected(), wanted.goods());
        return answer(purchasing.draft(wish, caller.touchpoint()), HttpStatus.CREATED);
    }

    @Operation(summary = "Places a purchase order", description = "From then on its goods are in transit where they are delivered.")
    @ApiResponse(
            responseCode = "200",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @PostMapping("/{id}/placing")
    ResponseEntity<?> place(@PathVariable PurchaseOrderId id, Caller caller) {
        return answer(purchasing.place(id, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(
            summary = "Counts in what came",
            description =
                    "As often as goods come. Send the ETag of the order as If-Match, so that one delivery is not counted by two. What is damaged is not for sale.")
    @ApiResponse(
            responseCode = "200",
            description = "Counted in",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @PostMapping("/{id}/receipts")
    ResponseEntity<?> receive(
            @PathVariable PurchaseOrderId id,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PurchaseReceipt arrival,
            Caller caller) {
        var seen = Precondition.of(ifMatch, null);
        var receipt = new NewReceipt(key.value(), seen.expected(), arrival.goods(), Boolean.TRUE.equals(arrival.over()));
        var outcome = purchasing.receive(id, receipt, caller.touchpoint());
        return outcome instanceof PurchaseOutcome.ChangedMeanwhile
                ? seen.answer(new Saved.Stale(), () -> outcome)
                : answer(outcome, HttpStatus.OK);
    }

    @Operation(summary = "Closes a purchase order of which something came", description = "The rest is no longer in transit.")
    @ApiResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @PostMapping("/{id}/closing")
    ResponseEntity<?> close(@PathVariable PurchaseOrderId id, Caller caller) {
        return answer(purchasing.close(id, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(summary = "Calls off a purchase order of which nothing came", description = "Nothing of it is in transit then.")
    @ApiResponse(
            responseCode = "200",
            description = "Called off",
            content = @Content(schema = @Schema(implementation = PurchaseOrder.class)))
    @PostMapping("/{id}/calling-off")
    ResponseEntity<?> callOff(@PathVariable PurchaseOrderId id, Caller caller) {
        return answer(purchasing.callOff(id, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(summary = "Purchase orders, the newest first")
    @GetMapping
    Page<PurchaseOrder> list(
            @RequestParam(required = false) PurchaseOrder.@Nullable State state,
            @RequestParam(required = false) @Nullable PurchaseOrderId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return purchasing.list(state, after, size.value());
    }

    @Operation(summary = "One purchase order", description = "The ETag is its version: send it as If-Match when goods are counted in.")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<PurchaseOrder> find(@PathVariable PurchaseOrderId id, WebRequest request) {
        var found = purchasing.find(id).orElseThrow(() -> Problems.refuse(missing()));
        return Etag.version(found.version()).answer(request, () -> found);
    }

    private static ResponseEntity<?> answer(PurchaseOutcome outcome, HttpStatus fresh) {
        return switch (outcome) {
            case PurchaseOutcome.Done(PurchaseOrder order, boolean repeated) ->
                ResponseEntity.status(repeated ? HttpStatus.OK : fresh)
                        .location(URI.create("/api/v1/purchase-orders/" + order.id()))
                        .eTag(Etag.version(order.version()).value())
                        .body(order);
            case PurchaseOutcome.NoSuchOrder none -> problem(missing());
            case PurchaseOutcome.NoSuchSupplier none ->
                problem(Problems.unprocessable("no-such-supplier", "There is no such supplier.", Map.of("field", "supplier")));
            case PurchaseOutcome.NoSuchPlace(LocationId place) ->
                problem(Problems.unprocessable(
                        "no-such-place",
                        "There is no location " + place + " that holds stock.",
                        Map.of("field", "location", "location", place)));
            case PurchaseOutcome.OtherGoods(Set<Sku> skus) ->
                problem(Problems.unprocessable(
                        "other-goods", "These are none of its articles.", Map.of("field", "goods", "skus", skus)));
            case PurchaseOutcome.TooMany(Sku sku, int left) ->
                problem(Problems.conflict(
                        "more-than-ordered",
                        "Of " + sku + " only " + left + " are still to come. If they are taken all the same, send over as true.",
                        Map.of("field", "over", "sku", sku, "left", left)));
            case PurchaseOutcome.KeyReused reused ->
                problem(Problems.unprocessable(
                        "idempotency-key-reused", "This Idempotency-Key was used for another request. Take a new key.", Map.of()));
            case PurchaseOutcome.ChangedMeanwhile(PurchaseOrder order) -> stuck(order);
            case PurchaseOutcome.NotInThisState(PurchaseOrder order) -> stuck(order);
        };
    }

    private static ResponseEntity<?> stuck(PurchaseOrder order) {
        return problem(Problems.conflict(
                "not-in-this-state", "It is " + order.state() + " now: that does not follow.", Map.of("state", order.state())));
    }

    private static ProblemDetail missing() {
        return Problems.notFound("There is no such purchase order.");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
