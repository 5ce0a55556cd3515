package io.stoa.register.returns;

import io.stoa.access.Caller;
import io.stoa.http.Problems;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.register.approval.Approvals;
import io.stoa.register.exchange.Exchanging;
import io.stoa.register.exchange.Kept;
import io.stoa.register.stores.Stores;
import io.stoa.returns.NewReturn;
import io.stoa.returns.Overrule;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnState;
import io.stoa.returns.Returns;
import io.stoa.returns.policy.ReturnPolicies;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes goods back, wherever they were bought: by receipt, order or customer, line by line. */
@Controller
@RequestMapping("/till/returns")
class ReturnPage {

    private final Stores stores;
    private final LookUp lookUp;
    private final Returns returns;
    private final HandingBack handingBack;
    private final Exchanging exchanging;
    private final ReturnPolicies policies;
    private final Approvals approvals;

    ReturnPage(
            Stores stores,
            LookUp lookUp,
            Returns returns,
            HandingBack handingBack,
            Exchanging exchanging,
            ReturnPolicies policies,
            Approvals approvals) {
        this.stores = stores;
        this.lookUp = lookUp;
        this.returns = returns;
        this.handingBack = handingBack;
        this.exchanging = exchanging;
        this.policies = policies;
        this.approvals = approvals;
    }

    @GetMapping
    ModelAndView find(
            @RequestParam(defaultValue = "") String order,
            Model flash,
            Caller caller,
            PageFrame frame) {
        var store = stores.at(caller);
        var model = new HashMap<String, Object>(Map.of("store", store.name(), "typed", order.strip()));
        if (!order.isBlank()) {
            var found = lookUp.orders(order);
            model.put(
                    "found",
                    found.stream()
                            .map(one -> takenBack(one, store.zone(), Filled.before(flash), frame.texts()))
                            .toList());
            model.put("people", found.isEmpty() ? lookUp.people(order, store, frame.texts()) : List.of());
        }
        return new ModelAndView("till/returns", model);
    }

    @PostMapping
    String take(
            @RequestParam Map<String, String> form,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        flash.addFlashAttribute("filled", Filled.of(form));
        var store = stores.at(caller);
        var read = ReturnForm.read(form);
        var order = lookUp.orders(read.order()).stream().findFirst();
        if (order.isEmpty() || read.lines().isEmpty()) {
            return back(read, frame.t(order.isEmpty() ? "till.return.none" : "till.return.nothing"), flash);
        }
        var overrule = overrule(read, caller, Objects.requireNonNullElse(form.get("password"), ""));
        var wish = new NewReturn(read.key(), order.get().id(), read.kind(), read.lines(), overrule.orElse(null));
        var outcome = returns.returnAtTill(wish, store.id(), read.goods(), caller.touchpoint());
        if (outcome instanceof ReturnOutcome.Done(Return document, boolean repeated)) {
            if (document.kept()) {
                exchanging.take(session, document.id());
                return "redirect:/till";
            }
            return "redirect:/till/returns/" + document.id();
        }
        if (outcome instanceof ReturnOutcome.PastPolicy) {
            boolean signs = approvals.own(caller).isEmpty();
            flash.addFlashAttribute("overruling", new TakenBack.Overruling(read.why(), read.manager(), signs));
            if (!read.why().isEmpty()) {
                return back(read, frame.t("till.return.not-approved"), flash);
            }
        }
        return back(read, problem(outcome, order.get(), frame.texts()), flash);
    }

    /** Where the policy does not say no, nobody's word is needed and none is kept. */
    private Optional<Overrule> overrule(ReturnForm read, Caller caller, String password) {
        return read.why().isEmpty() || read.why().length() > Overrule.REASON_MAX
                ? Optional.empty()
                : approvals.own(caller)
                        .or(() -> approvals.signed(read.manager(), password))
                        .map(by -> new Overrule(by, read.why()));
    }

    private static String back(ReturnForm read, String problem, RedirectAttributes flash) {
        flash.addAttribute("order", read.order());
        flash.addFlashAttribute("problem", problem);
        return "redirect:/till/returns";
    }

    @GetMapping("/{id}")
    ModelAndView done(@PathVariable ReturnId id, Caller caller, PageFrame frame) {
        var document = returns.find(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no return " + id + ".")));
        return new ModelAndView(
                "till/returned", Map.of("store", stores.at(caller).name(), "result", result(document, frame.texts())));
    }

    /** What the customer announced in the shop has come: nobody has to say it again. */
    @PostMapping("/{id}/receipt")
    String receive(
            @PathVariable ReturnId id, @RequestParam Map<String, String> form, Caller caller, PageFrame frame, RedirectAttributes flash) {
        var store = stores.at(caller);
        var document = returns.find(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no return " + id + ".")));
        var goods = ReturnForm.goods(form, document.lines().stream().map(Return.Line::line).toList());
        var outcome = returns.receive(id, store.id(), goods, caller.touchpoint());
        if (outcome instanceof ReturnOutcome.Done) {
            return "redirect:/till/returns/" + id;
        }
        var order = lookUp.orders(document.order().toString()).getFirst();
        flash.addAttribute("order", document.order().toString());
        flash.addFlashAttribute("problem", problem(outcome, order, frame.texts()));
        return "redirect:/till/returns";
    }

    private List<Kept> kept(OrderView order, Texts texts) {
        return returns.of(order.id()).stream()
                .filter(document -> document.kept() && document.left().minor() > 0)
                .map(document -> Kept.of(document, texts))
                .toList();
    }

    private List<TakenBack.Asked> asked(OrderView order, Texts texts) {
        return returns.of(order.id()).stream()
                .filter(document -> document.state() == ReturnState.REQUESTED)
                .map(document -> new TakenBack.Asked(document.id().toString(), document.lines().stream()
                        .map(line -> new TakenBack.Piece(
                                line.line(), line.title(), line.quantity(), texts.get("till.return.reason." + line.reason())))
                        .toList()))
                .toList();
    }

    private TakenBack takenBack(OrderView order, ZoneId zone, Map<String, String> filled, Texts texts) {
        var deadlines = policies.deadlines(order, zone);
        var today = policies.today(zone);
        var rows = order.lines().stream()
                .map(line -> Rows.row(line, deadlines.get(line.number()), today, filled, texts))
                .toList();
        return new TakenBack(
                order.id().toString(), UUID.randomUUID().toString(), texts.moment(order.placedAt(), zone), order.imported() != null, rows, asked(order, texts), kept(order, texts));
    }

    private TakenBack.Result result(Return document, Texts texts) {
        var pieces = document.lines().stream()
                .map(line -> texts.get("till.return.piece", line.quantity(), line.title()))
                .toList();
        return new TakenBack.Result(
                document.id().toString(),
                document.order().toString(),
                texts.money(HandingBack.money(document)),
                handingBack.words(document, texts),
                pieces,
                document.kept());
    }

    private static String problem(ReturnOutcome outcome, OrderView order, Texts texts) {
        return switch (outcome) {
            case ReturnOutcome.TooMany(int line, int with) ->
                texts.count("till.return.too-many", with, Rows.title(order, line));
            case ReturnOutcome.PastPolicy(List<ReturnOutcome.Late> late) -> Rows.late(late.getFirst(), order, texts);
            case ReturnOutcome.NotTakenThere(var location) -> texts.get("till.return.not-here");
            case ReturnOutcome.KeyReused reused -> texts.get("till.return.again");
            case ReturnOutcome.NotNow now -> texts.get("till.return.again");
            case ReturnOutcome.BoughtBefore before -> texts.get("till.return.before");
            case ReturnOutcome.NoSuchOrder gone -> texts.get("till.return.none");
            case ReturnOutcome.NoSuchReturn gone -> texts.get("till.return.none");
            case ReturnOutcome.Done done -> throw new IllegalArgumentException("Done is no problem");
        };
    }
}
