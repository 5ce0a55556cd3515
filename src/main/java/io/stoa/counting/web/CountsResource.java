package io.stoa.counting.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.counting.CountOutcome;
import io.stoa.counting.CountSheet;
import io.stoa.counting.Counting;
import io.stoa.counting.Entry;
import io.stoa.counting.NewSheet;
import io.stoa.counting.Posting;
import io.stoa.counting.SheetId;
import io.stoa.http.Etag;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
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
import org.springframework.web.context.request.WebRequest;

/** What lies on the shelves, counted while sales go on. Every step may be repeated. */
@RestController
@RequestMapping("/api/v1/counts")
@AllowedTo({Role.ASSOCIATE, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Counts")
class CountsResource {

    private final Counting counting;

    CountsResource(Counting counting) {
        this.counting = counting;
    }

    /** Where, and which SKUs; none at all means everything that the books have there. */
    record CountBegun(LocationId location, @Nullable Set<Sku> skus) {}

    /** So many pieces lie there now. */
    record CountEntry(Sku sku, Integer pieces) {
        CountEntry {
            var ignored = new Entry("checked", sku, pieces);
        }
    }

    /** What is counted again, and why. */
    record CountSentBack(Set<Sku> skus, String reason) {
        CountSentBack {
            if (reason.isBlank() || reason.length() > Counting.REASON_MAX) {
                throw new IllegalArgumentException("A reason has 1 to 200 characters");
            }
        }
    }

    /** Why a difference above the limit is right; only a manager's word counts. */
    record CountPosting(@Nullable String approval) {}

    @Operation(
            summary = "Begins a count",
            description = "At most 5000 SKUs; none at all means everything that the books have there. Sales go on.")
    @ApiResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Begun before with the same key",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping
    ResponseEntity<?> begin(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody CountBegun wanted, Caller caller) {
        var wish = new NewSheet(key.value(), wanted.location(), Objects.requireNonNullElse(wanted.skus(), Set.of()));
        return answer(counting.begin(wish, caller.touchpoint()), HttpStatus.CREATED);
    }

    @Operation(
            summary = "Enters what was counted",
            description = "The number holds as of the moment when it is entered, whatever is sold later; the last one holds. What the books say is not told.")
    @ApiResponse(
            responseCode = "200",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping("/{id}/entries")
    ResponseEntity<?> enter(
            @PathVariable SheetId id,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody CountEntry counted,
            Caller caller) {
        var entry = new Entry(key.value(), counted.sku(), counted.pieces());
        return answer(counting.enter(id, entry, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(summary = "Says that all is counted", description = "From then on the answer says what the books said, and the differences.")
    @ApiResponse(
            responseCode = "200",
            description = "To be posted or sent back",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping("/{id}/review")
    ResponseEntity<?> review(@PathVariable SheetId id, Caller caller) {
        return answer(counting.review(id, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(summary = "Sends SKUs back to be counted again")
    @ApiResponse(
            responseCode = "200",
            description = "Sent back",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping("/{id}/recounts")
    ResponseEntity<?> sendBack(@PathVariable SheetId id, @RequestBody CountSentBack wanted, Caller caller) {
        return answer(counting.sendBack(id, wanted.skus(), wanted.reason(), caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(
            summary = "Corrects the books by the differences",
            description =
                    "All of them or none. Send the ETag of the count as If-Match. Above the limit of the house a manager has to send why it is right.")
    @ApiResponse(
            responseCode = "200",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping("/{id}/posting")
    ResponseEntity<?> post(
            @PathVariable SheetId id,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CountPosting wanted,
            Caller caller) {
        var seen = Precondition.of(ifMatch, null);
        var approval = caller.roles().contains(Role.MANAGER) || caller.roles().contains(Role.ADMIN) ? wanted.approval() : null;
        var outcome = counting.post(id, new Posting(seen.expected(), approval), caller.touchpoint());
        return outcome instanceof CountOutcome.ChangedMeanwhile
                ? seen.answer(new Saved.Stale(), () -> outcome)
                : answer(outcome, HttpStatus.OK);
    }

    @Operation(summary = "Calls off a count", description = "The books stay as they are.")
    @ApiResponse(
            responseCode = "200",
            description = "Called off",
            content = @Content(schema = @Schema(implementation = CountSheet.class)))
    @PostMapping("/{id}/calling-off")
    ResponseEntity<?> callOff(@PathVariable SheetId id, Caller caller) {
        return answer(counting.callOff(id, caller.touchpoint()), HttpStatus.OK);
    }

    @Operation(summary = "Counts, the newest first")
    @GetMapping
    Page<CountSheet> list(
            @RequestParam(required = false) CountSheet.@Nullable State state,
            @RequestParam(required = false) @Nullable SheetId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return counting.list(state, after, size.value());
    }

    @Operation(summary = "One count", description = "The ETag is its version: send it as If-Match when it is posted.")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<CountSheet> find(@PathVariable SheetId id, WebRequest request) {
        var found = counting.find(id).orElseThrow(() -> Problems.refuse(missing()));
        return found.state() == CountSheet.State.COUNTING
                ? ResponseEntity.ok(found)
                : Etag.version(found.version()).answer(request, () -> found);
    }

    private static ResponseEntity<?> answer(CountOutcome outcome, HttpStatus fresh) {
        return switch (outcome) {
            case CountOutcome.Done(CountSheet sheet, boolean repeated) ->
                ResponseEntity.status(repeated ? HttpStatus.OK : fresh)
                        .location(URI.create("/api/v1/counts/" + sheet.id()))
                        .eTag(Etag.version(sheet.version()).value())
                        .body(sheet);
            case CountOutcome.NoSuchSheet none -> problem(missing());
            case CountOutcome.NoSuchPlace(LocationId place) ->
                problem(Problems.unprocessable(
                        "no-such-place",
                        "There is no location " + place + " that holds stock.",
                        Map.of("field", "location", "location", place)));
            case CountOutcome.OtherGoods(Set<Sku> skus) ->
                problem(Problems.unprocessable(
                        "other-goods", "There is nothing of that to count.", Map.of("field", "skus", "skus", skus)));
            case CountOutcome.KeyReused reused ->
                problem(Problems.unprocessable(
                        "idempotency-key-reused", "This Idempotency-Key was used for another request. Take a new key.", Map.of()));
            case CountOutcome.NothingCounted nothing -> stuck("No number was entered yet.", Map.of());
            case CountOutcome.ChangedMeanwhile(CountSheet sheet) -> stuck(sheet);
            case CountOutcome.NotInThisState(CountSheet sheet) -> stuck(sheet);
            case CountOutcome.NeedsApproval needs ->
                problem(Problems.conflict(
                        "approval-missing",
                        "It is further off than may be posted without a manager's reason.",
                        Map.of("field", "approval", "pieces", needs.assessment().pieces(), "worth", needs.assessment().worth())));
            case CountOutcome.CountAgain(Set<Sku> skus) ->
                problem(Problems.conflict(
                        "count-again",
                        "The books of these changed in a way that does not go with the count. Send them back and count them again.",
                        Map.of("field", "skus", "skus", skus)));
        };
    }

    private static ResponseEntity<?> stuck(CountSheet sheet) {
        return stuck("It is " + sheet.state() + " now: that does not follow.", Map.of("state", sheet.state()));
    }

    private static ResponseEntity<?> stuck(String sentence, Map<String, Object> more) {
        return problem(Problems.conflict("not-in-this-state", sentence, more));
    }

    private static ProblemDetail missing() {
        return Problems.notFound("There is no such count.");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
