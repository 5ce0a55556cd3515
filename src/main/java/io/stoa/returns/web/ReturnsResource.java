package io.stoa.returns.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.orders.Orders;
import io.stoa.returns.Disposition;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.ReturnKind;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnState;
import io.stoa.returns.Returns;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Returns. Opening takes an Idempotency-Key: repeat it as often as needed, it is one return and one refund. */
@RestController
@Tag(name = "Returns")
@RequestMapping("/api/v1/returns")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN})
class ReturnsResource {

    private static final Set<Role> CLAIMANTS = Set.of(Role.AGENT, Role.MANAGER, Role.ADMIN);

    private final Returns returns;
    private final Orders orders;

    ReturnsResource(Returns returns, Orders orders) {
        this.returns = returns;
        this.orders = orders;
    }

    /** What becomes of each line, by its number; a line that is not named is on sale again. */
    record Receipt(LocationId location, Map<Integer, Disposition> lines) {}

    @Operation(
            summary = "Opens a return",
            description = "With a location the goods are there already, and it is received and paid back in the same step; of an EXCHANGE the money is kept for what the customer takes instead. A CLAIM gives the money back without goods, and is for agents and managers. Repeat it as often as needed: it is one return and one refund.")
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Done before",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @PostMapping
    @AllowedTo(
            value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
            customers = true)
    ResponseEntity<?> open(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody NewReturnRequest wanted, Caller caller) {
        var wish = wanted.wish(key, caller);
        var location = wanted.location();
        if (!caller.staff() && (location != null || !isOwn(wanted.order(), caller))) {
            return problem(location == null ? missing(wanted.order()) : Problems.forbidden("Leave the location out."));
        }
        if (wanted.overrule() != null && !(caller.has(Role.MANAGER) || caller.has(Role.ADMIN))) {
            return problem(Problems.forbidden("Only a manager may take back what the policy does not allow."));
        }
        if (wish.kind() == ReturnKind.CLAIM) {
            return CLAIMANTS.stream().anyMatch(caller::has)
                    ? answer(returns.claim(wish, caller.touchpoint()))
                    : problem(Problems.forbidden("Only agents and managers give money back without goods."));
        }
        return answer(
                location == null
                        ? returns.open(wish, caller.touchpoint())
                        : returns.returnAtTill(wish, location, wanted.dispositions(), caller.touchpoint()));
    }

    @Operation(
            summary = "Returns, the newest first",
            description = "With an order, only those of it.")
    @GetMapping
    Page<Return> list(
            @RequestParam(required = false) @Nullable ReturnState state,
            @RequestParam(required = false) @Nullable OrderId order,
            @RequestParam(required = false) @Nullable ReturnId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return order == null ? returns.list(state, size.value(), after) : new Page<>(returns.of(order), null);
    }

    @Operation(summary = "One return")
    @GetMapping("/{id}")
    @AllowedTo(
            value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
            customers = true)
    Return find(@PathVariable ReturnId id, Caller caller) {
        return returns.find(id)
                .filter(one -> caller.staff() || Objects.equals(one.customer(), caller.customer()))
                .orElseThrow(() -> Problems.refuse(missing(id)));
    }

    @Operation(
            summary = "Takes in what came back",
            description = "What becomes of each line, by its number. A line that is not named is on sale again. The money goes back the way it came.")
    @ApiResponse(
            responseCode = "201",
            description = "Received",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Done before",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @PostMapping("/{id}/receipt")
    ResponseEntity<?> receive(@PathVariable ReturnId id, @RequestBody Receipt receipt, Caller caller) {
        return answer(returns.receive(id, receipt.location(), receipt.lines(), caller.touchpoint()));
    }

    @Operation(
            summary = "Gives back what is kept for an exchange",
            description = "What has not paid for other goods by now goes back the way it came.")
    @ApiResponse(
            responseCode = "201",
            description = "Kept no longer",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Nothing was kept",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @PostMapping("/{id}/refund")
    ResponseEntity<?> giveBack(@PathVariable ReturnId id, Caller caller) {
        return answer(returns.giveBack(id, caller.touchpoint()));
    }

    @Operation(
            summary = "Calls a return off",
            description = "Only before the goods are back.")
    @ApiResponse(
            responseCode = "201",
            description = "Called off",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Done before",
            content = @Content(schema = @Schema(implementation = Return.class)))
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable ReturnId id, Caller caller) {
        return answer(returns.cancel(id, caller.touchpoint()));
    }

    private boolean isOwn(OrderId order, Caller caller) {
        return orders.find(order)
                .filter(one -> Objects.equals(one.customer(), caller.customer()))
                .isPresent();
    }

    private static ResponseEntity<?> answer(ReturnOutcome outcome) {
        return switch (outcome) {
            case ReturnOutcome.Done(Return document, boolean repeated) ->
                ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/returns/" + document.id()))
                        .body(document);
            case ReturnOutcome.TooMany(int line, int withCustomer) ->
                problem(Problems.conflict(
                        "too-many",
                        "Of line " + line + " the customer has " + withCustomer + ".",
                        Map.of("line", line, "withCustomer", withCustomer)));
            case ReturnOutcome.PastPolicy(List<ReturnOutcome.Late> lines) ->
                problem(Problems.conflict(
                        "past-policy",
                        "The policy does not take this back any more. A manager may, with overrule.",
                        Map.of("lines", lines)));
            case ReturnOutcome.NotTakenThere(LocationId location) ->
                problem(Problems.unprocessable(
                        "not-taken-there", location + " takes nothing back.", Map.of("location", location)));
            case ReturnOutcome.NotNow(ReturnState state) ->
                problem(Problems.conflict("not-in-this-state", "The return is " + state + ".", Map.of("state", state)));
            case ReturnOutcome.KeyReused reused ->
                problem(Problems.unprocessable(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request. Take a new key.",
                        Map.of()));
            case ReturnOutcome.BoughtBefore before ->
                problem(Problems.conflict(
                        "bought-before",
                        "This was bought before Stoa and not paid for here: there is no payment to give back.",
                        Map.of()));
            case ReturnOutcome.NoSuchOrder none -> problem(Problems.notFound("There is no such order."));
            case ReturnOutcome.NoSuchReturn none -> problem(Problems.notFound("There is no such return."));
        };
    }

    private static ProblemDetail missing(Object id) {
        return Problems.notFound("There is no " + id + ".");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
