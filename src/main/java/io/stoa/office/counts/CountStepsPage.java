package io.stoa.office.counts;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.counting.CountOutcome;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.counting.Counting;
import io.stoa.counting.Posting;
import io.stoa.counting.SheetId;
import io.stoa.replay.Replay;
import io.stoa.shared.Expected;
import io.stoa.shared.Sku;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens to a count when its numbers are there: looked at, sent back, posted, called off. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class CountStepsPage {

    private static final String HERE = CountsPage.HERE + "/{id}";

    private final Counting counting;
    private final ObjectProvider<Replay> replay;

    CountStepsPage(Counting counting, ObjectProvider<Replay> replay) {
        this.counting = counting;
        this.replay = replay;
    }

    @PostMapping(HERE + "/review")
    String review(@PathVariable SheetId id, Caller caller) {
        return done(id, counting.review(id, caller.touchpoint()), "reviewed");
    }

    @PostMapping(HERE + "/recounts")
    String sendBack(
            @PathVariable SheetId id,
            @RequestParam(required = false) @Nullable Set<String> sku,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        if (sku == null || reason.isBlank() || reason.length() > Counting.REASON_MAX) {
            return page(id, "choose");
        }
        var skus = sku.stream().map(Sku::new).collect(Collectors.toSet());
        return done(id, counting.sendBack(id, skus, reason.strip(), caller.touchpoint()), "back");
    }

    /** The form says which version it showed. The reason of whoever may not approve is no approval. */
    @PostMapping(HERE + "/posting")
    String post(
            @PathVariable SheetId id,
            @RequestParam(defaultValue = "0") Long version,
            @RequestParam(defaultValue = "") String approval,
            Caller caller) {
        boolean approves = caller.roles().contains(Role.MANAGER) || caller.roles().contains(Role.ADMIN);
        var reason = approval.strip();
        if (reason.length() > Posting.APPROVAL_MAX) {
            return page(id, "approval");
        }
        tellReplay(id);
        var posting = new Posting(new Expected.Version(Set.of(version)), approves && !reason.isEmpty() ? reason : null);
        return done(id, counting.post(id, posting, caller.touchpoint()), "posted");
    }

    @PostMapping(HERE + "/calling-off")
    String callOff(@PathVariable SheetId id, Caller caller) {
        return done(id, counting.callOff(id, caller.touchpoint()), "off");
    }

    /** The replay's ledger has to know of goods that were found, before they can be promised. */
    private void tellReplay(SheetId id) {
        replay.ifAvailable(running -> counting.find(id).ifPresent(sheet -> sheet.counted()
                .forEach(line -> running.noteReceived(line.sku(), Math.max(0, Objects.requireNonNullElse(line.difference(), 0))))));
    }

    private static String done(SheetId id, CountOutcome outcome, String said) {
        return page(id, switch (outcome) {
            case Done(_, boolean repeated) -> repeated ? "known" : said;
            case CountOutcome.NoSuchSheet _ -> throw CountPage.missing();
            case CountOutcome.NothingCounted _ -> "nothing";
            case CountOutcome.NeedsApproval _ -> "approval";
            case CountOutcome.CountAgain _ -> "again";
            default -> "changed";
        });
    }

    private static String page(SheetId id, String said) {
        return "redirect:" + CountsPage.HERE + "/" + id + "?said=" + said;
    }
}
