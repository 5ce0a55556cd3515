package io.stoa.office.counts;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.counting.CountOutcome;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.counting.CountSheet;
import io.stoa.counting.CountSheet.State;
import io.stoa.counting.Counting;
import io.stoa.counting.NewSheet;
import io.stoa.counting.SheetId;
import io.stoa.office.Listed;
import io.stoa.office.purchasing.Names;
import io.stoa.page.PageFrame;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of counts, with a form to begin one. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class CountsPage {

    static final String HERE = "/office/counts";

    private static final int LISTED = 50;

    private final Counting counting;
    private final CountRows rows;
    private final Names names;
    private final Ids ids;

    CountsPage(Counting counting, CountRows rows, Names names, Ids ids) {
        this.counting = counting;
        this.rows = rows;
        this.names = names;
        this.ids = ids;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable SheetId after,
            PageFrame frame) {
        return page(state, after, null, frame);
    }

    /** The key is made with the form, so that sending it twice begins one. */
    @PostMapping(HERE)
    ModelAndView begin(
            @RequestParam(defaultValue = "") String location, @RequestParam(defaultValue = "") String key, Caller caller, PageFrame frame) {
        if (names.places().stream().noneMatch(place -> place.id().equals(location)) || !key.matches("\\d{1,19}")) {
            return refused("place", frame);
        }
        var wish = new NewSheet("office:" + key, new LocationId(location), Set.of());
        return switch (counting.begin(wish, caller.touchpoint())) {
            case Done(CountSheet sheet, _) -> new ModelAndView("redirect:" + HERE + "/" + sheet.id());
            case CountOutcome.OtherGoods _ -> refused("empty", frame);
            default -> refused("place", frame);
        };
    }

    private ModelAndView refused(String wrong, PageFrame frame) {
        var page = page(null, null, frame.t("counts.wrong." + wrong), frame);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(@Nullable State state, @Nullable SheetId after, @Nullable String wrong, PageFrame frame) {
        var found = counting.list(state, after, LISTED);
        var here = HERE + (state == null ? "?" : "?state=" + state + "&");
        var shown = new CountsShown(
                found.items().stream().map(sheet -> rows.row(sheet, frame)).toList(),
                states(state, frame),
                names.places(),
                String.valueOf(ids.next()),
                after == null ? null : here,
                found.next() == null ? null : here + "after=" + found.next());
        var model = new HashMap<String, Object>(Map.of("shown", shown));
        model.put("wrong", wrong);
        return new ModelAndView("office/counts/list", model);
    }

    private static List<Listed.Chip> states(@Nullable State state, PageFrame frame) {
        return Stream.concat(Stream.of((State) null), Stream.of(State.values()))
                .map(one -> new Listed.Chip(
                        frame.t("counts.state." + (one == null ? "all" : one)),
                        HERE + (one == null ? "" : "?state=" + one),
                        one == state))
                .toList();
    }
}
