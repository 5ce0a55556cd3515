package io.stoa.inventory.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.inventory.NewTransfer;
import io.stoa.inventory.Transfer;
import io.stoa.inventory.TransferId;
import io.stoa.inventory.TransferOutcome;
import io.stoa.inventory.Transfers;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** Goods on their way between locations. Both steps may be repeated. */
@RestController
@RequestMapping("/api/v1/transfers")
@AllowedTo({Role.ASSOCIATE, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Transfers")
class TransfersResource {

    private final Transfers transfers;

    TransfersResource(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Where from, where to, and how many of which SKU. */
    record Departure(LocationId from, LocationId to, Map<Sku, Quantity> goods) {
        Departure {
            var ignored = new NewTransfer("checked", from, to, goods);
        }
    }

    /** How many of each SKU arrived; nothing at all means everything that was sent. */
    record Arrival(Map<Sku, Integer> goods) {
        Arrival {
            if (goods.values().stream().anyMatch(pieces -> pieces < 0 || pieces > Quantity.UNITS_MAX)) {
                throw new IllegalArgumentException("Of each SKU 0 to 100000 pieces arrive");
            }
        }
    }

    @Operation(
            summary = "Sends goods to another location",
            description = "All or nothing, and only what is promised to nobody. On the way they count as in transit where they are expected.")
    @ApiResponse(
            responseCode = "201",
            description = "Sent",
            content = @Content(schema = @Schema(implementation = Transfer.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before with the same key",
            content = @Content(schema = @Schema(implementation = Transfer.class)))
    @PostMapping
    ResponseEntity<?> send(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody Departure wanted, Caller caller) {
        var wish = new NewTransfer(key.value(), wanted.from(), wanted.to(), wanted.goods());
        var outcome = transfers.send(wish, caller.touchpoint());
        return outcome instanceof TransferOutcome.NoSuchPlace(LocationId place)
                ? problem(nowhere(place, place.equals(wish.from()) ? "from" : "to"))
                : answer(outcome);
    }

    @Operation(
            summary = "Counts in what arrived",
            description = "Name every SKU with the pieces found, or none when all is there. What is missing is written off as missed.")
    @ApiResponse(
            responseCode = "200",
            description = "Counted in",
            content = @Content(schema = @Schema(implementation = Transfer.class)))
    @PostMapping("/{id}/receipt")
    ResponseEntity<?> receive(@PathVariable TransferId id, @RequestBody Arrival arrival, Caller caller) {
        return answer(transfers.receive(id, arrival.goods(), caller.touchpoint()));
    }

    @Operation(summary = "Transfers, the newest first")
    @GetMapping
    Page<Transfer> list(
            @RequestParam(required = false) @Nullable LocationId to,
            @RequestParam(required = false) Transfer.@Nullable State state,
            @RequestParam(required = false) @Nullable TransferId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return transfers.list(to, state, after, size.value());
    }

    @Operation(summary = "One transfer")
    @GetMapping("/{id}")
    Transfer find(@PathVariable TransferId id) {
        return transfers.find(id).orElseThrow(() -> Problems.refuse(missing()));
    }

    private static ResponseEntity<?> answer(TransferOutcome outcome) {
        return switch (outcome) {
            case TransferOutcome.Done(Transfer transfer, boolean repeated) ->
                ResponseEntity.status(repeated || transfer.state() == Transfer.State.RECEIVED ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/transfers/" + transfer.id()))
                        .body(transfer);
            case TransferOutcome.TooFew(Sku sku, int left) ->
                problem(Problems.conflict(
                        "too-few", "Of " + sku + " only " + left + " can leave.", Map.of("field", "goods", "sku", sku, "left", left)));
            case TransferOutcome.NoSuchPlace(LocationId place) -> problem(nowhere(place, "to"));
            case TransferOutcome.KeyReused reused ->
                problem(Problems.unprocessable(
                        "idempotency-key-reused", "This Idempotency-Key was used for another request. Take a new key.", Map.of()));
            case TransferOutcome.ReceivedAlready already ->
                problem(Problems.conflict(
                        "not-in-this-state", "It was counted before, and otherwise. Correct the stock with a count.", Map.of()));
            case TransferOutcome.OtherGoods(List<Sku> skus) ->
                problem(Problems.unprocessable(
                        "other-goods", "Name each of its SKUs and no other.", Map.of("field", "goods", "skus", skus)));
            case TransferOutcome.NoSuchTransfer none -> problem(missing());
        };
    }

    private static ProblemDetail nowhere(LocationId place, String field) {
        return Problems.unprocessable(
                "no-such-place",
                "There is no location " + place + " that holds stock.",
                Map.of("field", field, "location", place));
    }

    private static ProblemDetail missing() {
        return Problems.notFound("There is no such transfer.");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
