package io.stoa.office.returns;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.returns.NewReturn;
import io.stoa.returns.Overrule;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnKind;
import io.stoa.returns.ReturnLines;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.Returns;
import io.stoa.shared.OrderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gives money back for goods that do not come back. */
@Controller
@AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
@RequestMapping("/office/orders/{id}/claim")
class ClaimPage {

    private static final int KEY_MAX = 100;

    private final Orders orders;
    private final Returns returns;

    ClaimPage(Orders orders, Returns returns) {
        this.orders = orders;
        this.returns = returns;
    }

    @GetMapping
    ModelAndView ask(@PathVariable OrderId id, PageFrame frame) {
        return page(find(id), Map.of(), null, frame);
    }

    @PostMapping
    ModelAndView give(@PathVariable OrderId id, @RequestParam Map<String, String> form, Caller caller, PageFrame frame) {
        var order = find(id);
        var lines = ReturnLines.read(form);
        if (lines.isEmpty()) {
            return refused(page(order, form, frame.t("returns.claim.nothing"), frame));
        }
        var wish = new NewReturn("office:" + named(form), order.id(), ReturnKind.CLAIM, lines, overrule(form, caller));
        return switch (returns.claim(wish, caller.touchpoint())) {
            case ReturnOutcome.Done(Return done, boolean repeated) ->
                new ModelAndView("redirect:/office/returns/" + done.id() + "?said=claimed");
            case ReturnOutcome.PastPolicy(List<ReturnOutcome.Late> late) ->
                refused(page(order, form, frame.t("returns.claim.late", title(order, late.getFirst().line())), frame));
            case ReturnOutcome.KeyReused reused -> refused(page(order, form, frame.t("returns.claim.again"), frame));
            default -> refused(page(order, form, frame.t("returns.claim.too-many"), frame));
        };
    }

    private static @Nullable Overrule overrule(Map<String, String> form, Caller caller) {
        var why = Objects.requireNonNullElse(form.get("why"), "").strip();
        boolean may = caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
        return !may || why.isEmpty() || why.length() > Overrule.REASON_MAX ? null : new Overrule(caller.actor().id(), why);
    }

    private ModelAndView page(OrderView order, Map<String, String> form, @Nullable String problem, PageFrame frame) {
        var rows = order.lines().stream()
                .filter(line -> line.fulfilled() > line.returned())
                .map(line -> row(line, form, frame))
                .toList();
        var model = new HashMap<String, Object>(Map.of("order", order.id().toString(), "rows", rows, "key", named(form)));
        model.put("problem", problem);
        model.put("why", Objects.requireNonNullElse(form.get("why"), ""));
        return new ModelAndView("office/returns/claim", model);
    }

    private static ReturnsShown.Claimed row(OrderView.Line line, Map<String, String> form, PageFrame frame) {
        int with = line.fulfilled() - line.returned();
        var typed = Objects.requireNonNullElse(form.get("pieces." + line.number()), "");
        return new ReturnsShown.Claimed(
                line.number(),
                line.title(),
                frame.texts().count("returns.claim.of", with, frame.texts().money(line.worth(with))),
                with,
                typed.matches("[0-9]{1,5}") ? Math.min(with, Integer.parseInt(typed)) : 0,
                Objects.requireNonNullElse(form.get("reason." + line.number()), ""));
    }

    private static String title(OrderView order, int number) {
        return order.lines().stream()
                .filter(line -> line.number() == number)
                .map(OrderView.Line::title)
                .findFirst()
                .orElse("");
    }

    /** Repeating the press with the same name is the same claim. */
    private static String named(Map<String, String> form) {
        var typed = Objects.requireNonNullElse(form.get("key"), "");
        return typed.isBlank() || typed.length() > KEY_MAX ? UUID.randomUUID().toString() : typed;
    }

    private OrderView find(OrderId id) {
        return orders.find(id)
                .filter(order -> order.imported() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
