package io.stoa.shop.returning;

import io.stoa.access.Caller;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.returns.NewReturn;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.ReturnLines;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.Returns;
import io.stoa.returns.policy.Deadline;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.shared.OrderId;
import io.stoa.shop.Market;
import io.stoa.shop.OrderLinks;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
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

/** A customer announces what comes back, or that it does not come after all. The goods and the money follow at a till. */
@Controller
@RequestMapping("/shop/orders/{id}/{key}/returns")
class ReturnPages {

    private static final int KEY_MAX = 100;
    private static final int STORES_SHOWN = 6;

    private final Orders orders;
    private final Returns returns;
    private final Locations locations;
    private final OrderLinks links;
    private final Visits visits;
    private final ReturnPolicies policies;
    private final Market market;

    ReturnPages(
            Orders orders,
            Returns returns,
            Locations locations,
            OrderLinks links,
            Visits visits,
            ReturnPolicies policies,
            Market market) {
        this.orders = orders;
        this.returns = returns;
        this.locations = locations;
        this.links = links;
        this.visits = visits;
        this.policies = policies;
        this.market = market;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable long id, @PathVariable String key, PageFrame frame, Caller caller, HttpServletRequest request) {
        return page(find(id, key), Map.of(), null, frame, caller, request);
    }

    @PostMapping
    ModelAndView open(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam Map<String, String> form,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var order = find(id, key);
        var lines = ReturnLines.read(form);
        if (lines.isEmpty()) {
            return refused(page(order, form, frame.t("shop.return.nothing"), frame, caller, request));
        }
        var wish = new NewReturn("shop:" + named(form), order.id(), lines);
        var problem = switch (returns.open(wish, caller.touchpoint())) {
            case ReturnOutcome.Done done -> null;
            case ReturnOutcome.PastPolicy late -> late(late.lines().getFirst(), order, frame.texts());
            case ReturnOutcome.TooMany few -> frame.t("shop.return.too-many");
            case ReturnOutcome.KeyReused reused -> frame.t("shop.return.again");
            case ReturnOutcome.NotNow now -> frame.t("shop.return.again");
            case ReturnOutcome.BoughtBefore before -> frame.t("shop.return.again");
            case ReturnOutcome.NotTakenThere nowhere -> throw new IllegalStateException("Nothing is taken in here");
            case ReturnOutcome.NoSuchOrder gone -> throw none();
            case ReturnOutcome.NoSuchReturn gone -> throw none();
        };
        return problem == null
                ? new ModelAndView("redirect:" + links.to(order.id()) + "#returns")
                : refused(page(order, form, problem, frame, caller, request));
    }

    @PostMapping("/{number}/cancellation")
    String withdraw(@PathVariable long id, @PathVariable String key, @PathVariable ReturnId number, Caller caller) {
        var order = find(id, key).id();
        var _ = returns.find(number)
                .filter(document -> document.order().equals(order))
                .orElseThrow(ReturnPages::none);
        var _ = returns.cancel(number, caller.touchpoint());
        return "redirect:" + links.to(order) + "#returns";
    }

    private ModelAndView page(
            OrderView order,
            Map<String, String> form,
            @Nullable String problem,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var all = returns.of(order.id());
        var deadlines = policies.deadlines(order, market.zone());
        var rows = order.lines().stream()
                .filter(line -> Backs.left(line, all) > 0)
                .map(line -> row(line, Objects.requireNonNull(deadlines.get(line.number())), all, form, frame.texts()))
                .toList();
        var origin = visits.origin(request).orElse(null);
        var stores = locations.byId().values().stream()
                .filter(place -> place.offers(Capability.RETURNS))
                .sorted(Visits.nearest(origin))
                .limit(STORES_SHOWN)
                .map(Location::name)
                .toList();
        var shown = new ReturnForm(order.id().toString(), links.to(order.id()), named(form), rows, stores, problem);
        return new ModelAndView("shop/return", Map.of("visit", visits.of(request, caller, frame.texts()), "form", shown));
    }

    private ReturnForm.Row row(
            OrderView.Line line, Deadline deadline, List<Return> all, Map<String, String> form, Texts texts) {
        var typed = Objects.requireNonNullElse(form.get("pieces." + line.number()), "");
        int most = Backs.left(line, all);
        int chosen = typed.matches("[0-9]{1,5}") ? Math.min(most, Integer.parseInt(typed)) : 0;
        return new ReturnForm.Row(
                line.number(),
                line.title(),
                most,
                chosen,
                form.get("reason." + line.number()),
                texts.money(line.worth(most)),
                until(deadline, texts),
                deadline.holds(true, policies.today(market.zone())),
                Picture.of(null, line.title()));
    }

    private String until(Deadline deadline, Texts texts) {
        var today = policies.today(market.zone());
        var last = deadline.last(true);
        if (last == null) {
            return texts.get("shop.return.never");
        }
        if (today.isAfter(last)) {
            return texts.get("shop.return.over", texts.day(last));
        }
        return deadline.holds(false, today)
                ? texts.get("shop.return.until", texts.day(Objects.requireNonNull(deadline.until())))
                : texts.get("shop.return.until.faulty", texts.day(last));
    }

    private static String late(ReturnOutcome.Late late, OrderView order, Texts texts) {
        var title = order.lines().stream()
                .filter(line -> line.number() == late.line())
                .map(OrderView.Line::title)
                .findFirst()
                .orElse("");
        return late.until() == null
                ? texts.get("shop.return.late.never", title)
                : texts.get("shop.return.late", title, texts.day(late.until()));
    }

    /** Repeating the press with the same name is the same return. */
    private static String named(Map<String, String> form) {
        var typed = Objects.requireNonNullElse(form.get("attempt"), "");
        return typed.isBlank() || typed.length() > KEY_MAX ? UUID.randomUUID().toString() : typed;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** A wrong key and an order that is not there look the same from outside; nothing of an imported one comes back here. */
    private OrderView find(long id, String key) {
        if (id <= 0 || !links.fits(id, key)) {
            throw none();
        }
        return orders.find(new OrderId(id)).filter(order -> order.imported() == null).orElseThrow(ReturnPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
