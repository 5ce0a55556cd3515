package io.stoa.office.returns;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.office.Listed;
import io.stoa.page.PageFrame;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnState;
import io.stoa.returns.Returns;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of returns, the same as a file, and each of them. */
@Controller
@AllowedTo({Role.AGENT, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class ReturnsPage {

    static final String HERE = "/office/returns";

    private static final int LISTED = 50;

    private final Returns returns;
    private final ReturnRows rows;

    ReturnsPage(Returns returns, ReturnRows rows) {
        this.returns = returns;
        this.rows = rows;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(required = false) @Nullable ReturnState state,
            @RequestParam(required = false) @Nullable ReturnId after,
            PageFrame frame) {
        var found = returns.list(state, LISTED, after);
        var here = HERE + (state == null ? "?" : "?state=" + state + "&");
        var shown = new ReturnsShown(
                found.items().stream().map(one -> rows.row(one, frame)).toList(),
                states(state, frame),
                after == null ? null : here,
                found.next() == null ? null : here + "after=" + found.next());
        return new ModelAndView("office/returns/list", Map.of("shown", shown));
    }

    @GetMapping(HERE + ".csv")
    void export(HttpServletResponse response) throws IOException {
        try (var out = Csv.file(
                response, "returns.csv", "return", "order", "opened", "state", "location", "sku", "pieces", "reason", "goods", "worth", "refunded",
                "currency")) {
            for (var page = returns.list(null, Page.SIZE_MAX, null); ; ) {
                page.items().forEach(one -> one.lines().forEach(line -> out.write(line(one, line))));
                if (page.next() == null) {
                    return;
                }
                page = returns.list(null, Page.SIZE_MAX, new ReturnId(Long.parseLong(page.next())));
            }
        }
    }

    /** The amounts are those of the whole return. */
    private static String line(Return one, Return.Line line) {
        return Csv.line(
                one.id(),
                one.order(),
                one.openedAt(),
                one.state(),
                Objects.requireNonNullElse(one.location(), ""),
                line.sku(),
                line.quantity(),
                line.reason(),
                Objects.requireNonNullElse(line.disposition(), ""),
                one.worth().decimal().toPlainString(),
                one.refunded().decimal().toPlainString(),
                one.worth().currency());
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(@PathVariable ReturnId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var one = find(id);
        var overrule = one.overrule();
        var texts = frame.texts();
        boolean kept = one.kept() && one.left().minor() > 0;
        var shown = new ReturnsShown.One(
                rows.row(one, frame),
                one.lines().stream().map(line -> ReturnsShown.line(line, frame)).toList(),
                frame.t("returns.kind." + one.kind()),
                texts.money(one.refunded()),
                one.exchanged().isZero() ? null : texts.money(one.exchanged()),
                returns.exchangedFor(id).stream().map(OrderId::toString).toList(),
                kept ? texts.money(one.left()) : null,
                overrule == null ? null : frame.t("returns.overruled", overrule.by(), overrule.reason()),
                one.state() == ReturnState.REQUESTED);
        return new ModelAndView(
                "office/returns/one", Map.of("shown", shown, "said", Set.of("cancelled", "late", "back", "claimed").contains(said) ? said : ""));
    }

    @PostMapping(HERE + "/{id}/cancellation")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    String cancel(@PathVariable ReturnId id, Caller caller) {
        var said = returns.cancel(find(id).id(), caller.touchpoint()) instanceof ReturnOutcome.Done ? "cancelled" : "late";
        return "redirect:" + HERE + "/" + id + "?said=" + said;
    }

    /** What is kept for other goods and nobody came for. */
    @PostMapping(HERE + "/{id}/refund")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    String giveBack(@PathVariable ReturnId id, Caller caller) {
        var _ = returns.giveBack(find(id).id(), caller.touchpoint());
        return "redirect:" + HERE + "/" + id + "?said=back";
    }

    private static List<Listed.Chip> states(@Nullable ReturnState state, PageFrame frame) {
        return Stream.concat(Stream.of((ReturnState) null), Stream.of(ReturnState.values()))
                .map(one -> new Listed.Chip(
                        frame.t("returns.state." + (one == null ? "all" : one)),
                        HERE + (one == null ? "" : "?state=" + one),
                        one == state))
                .toList();
    }

    private Return find(ReturnId id) {
        return returns.find(id).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no return " + id + ".")));
    }
}
