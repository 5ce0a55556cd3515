package io.stoa.drawer.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.drawer.CashKind;
import io.stoa.drawer.DrawerId;
import io.stoa.drawer.DrawerOutcome;
import io.stoa.drawer.DrawerQuery;
import io.stoa.drawer.DrawerReport;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.ListedDrawer;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
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

/** Cash drawers. Who sells opens, fills and closes them; paying something out of one takes a manager. */
@RestController
@Tag(name = "Drawers")
@RequestMapping("/api/v1/drawers")
@AllowedTo({Role.ASSOCIATE, Role.MANAGER, Role.ADMIN})
class DrawersResource {

    private final Drawers drawers;

    DrawersResource(Drawers drawers) {
        this.drawers = drawers;
    }

    @Operation(
            summary = "Opens the drawer of a till",
            description =
                    "With its counted float, in whose currency it stays. A till has one open at a time; sales and refunds at it find it by themselves, by the header Stoa-Device.")
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = DrawerReport.class)))
    @PostMapping
    ResponseEntity<?> open(@RequestBody NewDrawerRequest wanted, Caller caller) {
        return answer(
                elsewhere(wanted.location(), caller)
                        ? new DrawerOutcome.NoSuchPlace()
                        : drawers.open(wanted.at(), wanted.opening(), caller.touchpoint()));
    }

    @Operation(
            summary = "Drawers, the newest first",
            description = "Closed ones with their Z report. A business day is the store's own.")
    @GetMapping
    Page<ListedDrawer> list(
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(required = false) @Nullable String till,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable DrawerId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return drawers.list(new DrawerQuery(location, till, day, after, size.value()));
    }

    @Operation(
            summary = "What a drawer took and gave",
            description =
                    "While it is open the X report: sales by tender, tax by rate, and the cash that should be there. Closed, its Z report, for ever the same.")
    @GetMapping("/{id}")
    DrawerReport report(@PathVariable DrawerId id) {
        return drawers.report(id).orElseThrow(() -> Problems.refuse(missing()));
    }

    @Operation(
            summary = "Puts cash in or takes it out by hand",
            description =
                    "`PAID_IN`, `PAID_OUT` or `DROP`, with a reason. No more leaves than should be there. Repeat it as often as needed: it moves once.")
    @ApiResponse(
            responseCode = "201",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = DrawerReport.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Done before",
            content = @Content(schema = @Schema(implementation = DrawerReport.class)))
    @PostMapping("/{id}/movements")
    ResponseEntity<?> move(
            @PathVariable DrawerId id,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody HandRequest wanted,
            Caller caller) {
        if (wanted.kind() == CashKind.PAID_OUT && !caller.has(Role.MANAGER) && !caller.has(Role.ADMIN)) {
            return problem(
                    Problems.forbidden("Paying something out of the drawer takes one of the roles MANAGER, ADMIN."));
        }
        var wish = wanted.wish(caller.actor() + "|" + key.value());
        return answer(
                isElsewhere(id, caller)
                        ? new DrawerOutcome.NoSuchDrawer()
                        : drawers.move(id, wish, caller.touchpoint()));
    }

    @Operation(
            summary = "Counts and closes a drawer",
            description =
                    "The count names how many notes and coins there are of each worth in the smallest unit, such as `{\"2000\": 3}`. The answer is the Z report. A count that is far off takes a reason. The same count again is the same report.")
    @ApiResponse(
            responseCode = "201",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = DrawerReport.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Done before",
            content = @Content(schema = @Schema(implementation = DrawerReport.class)))
    @PostMapping("/{id}/closing")
    ResponseEntity<?> close(@PathVariable DrawerId id, @RequestBody CountRequest wanted, Caller caller) {
        return answer(
                isElsewhere(id, caller)
                        ? new DrawerOutcome.NoSuchDrawer()
                        : drawers.close(id, wanted.counted(), wanted.reason(), caller.touchpoint()));
    }

    private boolean isElsewhere(DrawerId id, Caller caller) {
        return drawers.find(id)
                .filter(drawer -> elsewhere(drawer.till().location(), caller))
                .isPresent();
    }

    /** Who works at one place has no hand in the drawers of another; who runs the whole has no place of their own. */
    private static boolean elsewhere(LocationId place, Caller caller) {
        return caller.location() != null
                && !caller.has(Role.MANAGER)
                && !caller.has(Role.ADMIN)
                && !Objects.equals(caller.location(), place);
    }

    private static ResponseEntity<?> answer(DrawerOutcome outcome) {
        return switch (outcome) {
            case DrawerOutcome.Done(DrawerReport report, boolean repeated) ->
                ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/drawers/" + report.drawer().id()))
                        .body(report);
            case DrawerOutcome.OpenAlready(var open) -> problem(isOpen(open.id()));
            case DrawerOutcome.ClosedAlready(var closed) -> problem(isClosed(closed.id()));
            case DrawerOutcome.NotThatMuch(var expected) -> problem(notThatMuch(expected));
            case DrawerOutcome.ReasonMissing(var expected, var off) -> problem(reasonMissing(expected, off));
            case DrawerOutcome.OtherCurrency(var drawer) ->
                problem(Problems.invalid("amount", "This drawer is in " + drawer.opening().currency() + "."));
            case DrawerOutcome.KeyReused _ -> problem(keyReused());
            case DrawerOutcome.Behind _ -> problem(behind());
            case DrawerOutcome.NoSuchPlace _ -> problem(noSuchPlace());
            case DrawerOutcome.NoSuchDrawer _ -> problem(missing());
        };
    }

    private static ProblemDetail isOpen(DrawerId id) {
        return Problems.conflict("drawer-open", "Close drawer " + id + " of this till first.", Map.of("drawer", id));
    }

    private static ProblemDetail isClosed(DrawerId id) {
        return Problems.conflict("drawer-closed", "Drawer " + id + " is closed and takes nothing more.", Map.of("drawer", id));
    }

    private static ProblemDetail notThatMuch(Money expected) {
        var detail = "By the books there is " + expected + " in the drawer.";
        return Problems.conflict("not-that-much", detail, Map.of("expected", expected));
    }

    private static ProblemDetail reasonMissing(Money expected, Money off) {
        return Problems.unprocessable(
                "reason-missing",
                "The count is off by " + off + ". Count again, or send a reason.",
                Map.of("field", "reason", "expected", expected, "overShort", off));
    }

    private static ProblemDetail keyReused() {
        var detail = "This Idempotency-Key was used for another request. Take a new key.";
        return Problems.unprocessable("idempotency-key-reused", detail, Map.of());
    }

    private static ProblemDetail behind() {
        var detail = "Sales are still on their way. Ask again in a second.";
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", detail, Map.of());
    }

    private static ProblemDetail noSuchPlace() {
        var detail = "There is no such store for you. Choose one of /api/v1/locations.";
        return Problems.unprocessable("no-such-place", detail, Map.of());
    }

    private static ProblemDetail missing() {
        return Problems.notFound("There is no such drawer.");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
