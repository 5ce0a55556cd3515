package io.stoa.office.routing;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.routing.Comparison.Costs;
import io.stoa.page.Choice;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.routing.OrderRouting;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingPlans;
import io.stoa.shared.Amounts;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.Saved;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The routing plan: edited in one form, tried on the orders of the past, switched on, and taken back again. */
@Controller
@RequestMapping("/office/routing")
@AllowedTo({Role.MANAGER, Role.ADMIN})
class PlanPage {

    private static final int PAST_SHOWN = 12;
    private static final List<Channel> DOORS = List.of(
            Channel.WEB, Channel.APP, Channel.TILL, Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.SOCIAL, Channel.MARKETPLACE, Channel.AGENT);
    /** What a parcel may cost, where nobody says so: enough to compare with. */
    private static final Map<String, String> COSTS = Map.of("perParcel", "5.00", "perHundred", "0.50");

    private final RoutingPlans plans;
    private final Locations locations;
    private final Rehearsal rehearsal;
    private final Comparison comparison;
    private final Currency currency;

    /** What is shown: the form with its mistakes, a word about what happened, and a comparison. */
    private record Shown(PlanForm form, long version, Map<String, String> costs, Map<String, String> errors, String said, PlanShown.@Nullable Compared compared) {}

    PlanPage(
            RoutingPlans plans,
            Locations locations,
            Rehearsal rehearsal,
            Comparison comparison,
            @Value("${stoa.currency:USD}") Currency currency) {
        this.plans = plans;
        this.locations = locations;
        this.rehearsal = rehearsal;
        this.comparison = comparison;
        this.currency = currency;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String said, PageFrame frame) {
        var now = plans.plan();
        return page(new Shown(PlanForm.of(now.value()), now.version(), COSTS, Map.of(), said, null), HttpStatus.OK, frame);
    }

    /** Whatever a button of the form does; until the plan is switched on nothing is kept. */
    @PostMapping
    ModelAndView change(@RequestParam MultiValueMap<String, String> typed, Caller caller, PageFrame frame) {
        var form = PlanForm.typed(typed);
        var version = number(text(typed, "version"));
        var button = text(typed, "do");
        var costs = Map.of("perParcel", text(typed, "perParcel"), "perHundred", text(typed, "perHundred"));
        if (!Set.of("try", "on").contains(button)) {
            form.press(button, frame.t("routing.fresh"), frame.t("routing.rule.fresh"));
            return page(new Shown(form, version, costs, Map.of(), "", null), HttpStatus.OK, frame);
        }
        var reader = new PlanReader(locations.byId(), currency, frame.texts());
        var plan = reader.read(form);
        var spent = costs(costs, reader.errors(), frame.texts());
        if (plan.isEmpty() || spent == null) {
            return page(new Shown(form, version, costs, reader.errors(), "", null), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        if (button.equals("on")) {
            return switchedOn(plan.get(), new Shown(form, version, costs, Map.of(), "stale", null), caller, frame);
        }
        var outcome = rehearsal.of(plans.plan().value(), plan.get());
        var compared = comparison.of(outcome, spent, frame.texts());
        return page(new Shown(form, version, costs, Map.of(), "", compared), HttpStatus.OK, frame);
    }

    /** Any plan of before can be switched on again; it becomes the newest. */
    @PostMapping("/{version}/again")
    String again(@PathVariable long version, Caller caller) {
        var plan = plans.version(version).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such plan.")));
        var _ = plans.save(plan, new Expected.Something(), caller.touchpoint());
        return "redirect:/office/routing?said=again";
    }

    private ModelAndView switchedOn(RoutingPlan plan, Shown late, Caller caller, PageFrame frame) {
        return switch (plans.save(plan, new Expected.Version(Set.of(late.version())), caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:/office/routing?said=on");
            case Saved.Stale _ -> page(
                    new Shown(late.form(), plans.plan().version(), late.costs(), Map.of(), "stale", null), HttpStatus.CONFLICT, frame);
        };
    }

    private @Nullable Costs costs(Map<String, String> typed, Map<String, String> errors, Texts texts) {
        var read = new HashMap<String, Money>();
        typed.forEach((field, text) -> (text.isBlank() ? java.util.Optional.of(Money.zero(currency)) : Amounts.read(text.strip(), currency))
                .ifPresentOrElse(money -> read.put(field, money), () -> errors.put(field, texts.get("routing.wrong.splitFrom"))));
        var parcel = read.get("perParcel");
        var hundred = read.get("perHundred");
        return parcel == null || hundred == null ? null : new Costs(parcel, hundred);
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        var text = typed.getFirst(field);
        return text == null ? "" : text;
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private ModelAndView page(Shown shown, HttpStatus status, PageFrame frame) {
        var groups = locations.all().stream().filter(Location::hasStock).map(Location::group).distinct().sorted();
        var beside = new PlanShown(
                DOORS.stream().map(door -> new Choice(door.name(), frame.t("office.door." + door))).toList(),
                groups.map(group -> new Choice(group, group)).toList(),
                currency.getCurrencyCode(),
                past(shown.version(), frame),
                shown.compared());
        var page = new ModelAndView(
                "office/routing/plan",
                Map.of(
                        "form", shown.form(),
                        "version", String.valueOf(shown.version()),
                        "costs", shown.costs(),
                        "errors", shown.errors(),
                        "said", Set.of("on", "again", "stale").contains(shown.said()) ? shown.said() : "",
                        "shown", beside));
        page.setStatus(status);
        return page;
    }

    /** Newest first without the one of now; at the end what Stoa comes with. */
    private List<PlanShown.Past> past(long now, PageFrame frame) {
        var before = plans.past(PAST_SHOWN).stream()
                .filter(plan -> plan.version() < now)
                .map(plan -> new PlanShown.Past(
                        plan.version(),
                        what(plan.plan(), frame),
                        frame.moment(plan.at(), ZoneId.systemDefault()),
                        plan.actor().substring(plan.actor().indexOf(':') + 1)));
        var first = now == 0 ? Stream.<PlanShown.Past>empty() : Stream.of(new PlanShown.Past(0, frame.t("routing.none"), "", ""));
        return Stream.concat(before, first).toList();
    }

    private static String what(RoutingPlan plan, PageFrame frame) {
        var names = plan.routings().stream().map(OrderRouting::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? frame.t("routing.none") : names;
    }
}
