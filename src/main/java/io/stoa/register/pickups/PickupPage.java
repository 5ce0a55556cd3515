package io.stoa.register.pickups;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.HandOver;
import io.stoa.fulfilment.Proof;
import io.stoa.fulfilment.RejectionReason;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What this store prepares for orders of other doors, and hands over against the customer's code, all of it or part. */
@Controller
@RequestMapping("/till/pickups")
class PickupPage {

    private static final String PICKUPS = "redirect:/till/pickups";

    private final Stores stores;
    private final Tasks tasks;
    private final Fulfilment fulfilment;

    PickupPage(Stores stores, Tasks tasks, Fulfilment fulfilment) {
        this.stores = stores;
        this.tasks = tasks;
        this.fulfilment = fulfilment;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String order, Caller caller, PageFrame frame, RedirectAttributes flash) {
        var store = stores.at(caller);
        var typed = order.strip();
        var shown = typed.isEmpty() ? tasks.at(store, frame.texts()) : tasks.found(typed, store, frame.texts());
        if (shown.size() == 1 && !typed.isEmpty() && shown.getFirst().next() == Task.Step.HAND_OVER) {
            if (!typed.matches("[0-9]+")) {
                flash.addFlashAttribute("typed", Map.of("code", typed));
            }
            return new ModelAndView(PICKUPS + "/" + shown.getFirst().id());
        }
        return new ModelAndView(
                "till/pickups", Map.of("store", store.name(), "place", store.id().value(), "tasks", shown, "typed", typed));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable ShipmentId id, Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        var task = tasks.one(shipment(id, store), store, frame.texts());
        return new ModelAndView("till/pickup", Map.of("store", store.name(), "place", store.id().value(), "task", task));
    }

    /** Does what the button said; without a word of it what comes next. */
    @PostMapping("/{id}/step")
    String step(
            @PathVariable ShipmentId id,
            @RequestParam(required = false) Task.@Nullable Step step,
            @RequestParam(defaultValue = "") String back,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var shipment = shipment(id, store);
        var outcome = tasks.step(shipment, step == null ? Tasks.next(shipment) : step, caller.touchpoint());
        if (!(outcome instanceof ShipmentOutcome.Done)) {
            flash.addFlashAttribute("problem", problem(outcome, store, frame));
        }
        return back.equals("picking") ? PICKUPS + "/picking" : PICKUPS;
    }

    /** The store cannot do it: its goods are promised elsewhere, or the order is cancelled and paid back. */
    @PostMapping("/{id}/rejection")
    String reject(
            @PathVariable ShipmentId id, @RequestParam String reason, Caller caller, PageFrame frame, RedirectAttributes flash) {
        var store = stores.at(caller);
        var shipment = shipment(id, store);
        var why = Stream.of(RejectionReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> Problems.refuse(Problems.invalid("reason", "Choose one of the reasons.")));
        var outcome = fulfilment.reject(id, why, caller.touchpoint());
        if (outcome instanceof ShipmentOutcome.Done) {
            flash.addFlashAttribute("done", frame.t("till.reject.done", shipment.order()));
        } else {
            flash.addFlashAttribute("problem", problem(outcome, store, frame));
        }
        return PICKUPS;
    }

    @PostMapping("/{id}/hand-over")
    String handOver(
            @PathVariable ShipmentId id,
            @RequestParam Map<String, String> form,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var shipment = shipment(id, store);
        var pieces = pieces(shipment, form);
        var code = form.getOrDefault("code", "").strip();
        if (pieces.isEmpty() || code.isEmpty() || code.length() > 40) {
            flash.addFlashAttribute("problem", frame.t(pieces.isEmpty() ? "till.pickup.nothing" : "till.pickup.code.ask"));
            flash.addFlashAttribute("typed", form);
            return PICKUPS + "/" + id;
        }
        var wish = new HandOver("till:" + form.getOrDefault("key", "none"), new Proof.Code(code), pieces);
        var outcome = fulfilment.handOver(id, wish, caller.touchpoint());
        if (!(outcome instanceof ShipmentOutcome.Done(Shipment now))) {
            flash.addFlashAttribute("problem", problem(outcome, store, frame));
            flash.addFlashAttribute("typed", outcome instanceof ShipmentOutcome.WrongCode ? without(form, "code") : form);
        } else if (now.state().open()) {
            int gone = pieces.stream().mapToInt(some -> some.quantity().units()).sum();
            flash.addFlashAttribute("done", frame.texts().count("till.pickup.part", gone));
        }
        return PICKUPS + "/" + id;
    }

    private static Map<String, String> without(Map<String, String> form, String name) {
        var left = new HashMap<>(form);
        left.remove(name);
        return left;
    }

    private static List<HandOver.Some> pieces(Shipment shipment, Map<String, String> form) {
        var pieces = new ArrayList<HandOver.Some>();
        for (var line : shipment.lines()) {
            var typed = form.getOrDefault("pieces." + line.line(), "0");
            int wanted = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
            if (wanted > 0) {
                pieces.add(new HandOver.Some(line.line(), Quantity.of(wanted)));
            }
        }
        return pieces;
    }

    private static String problem(ShipmentOutcome outcome, Location store, PageFrame frame) {
        return switch (outcome) {
            case ShipmentOutcome.WrongCode(int left) -> frame.texts().count("till.pickup.wrong", left);
            case ShipmentOutcome.Locked(var until) ->
                frame.t("till.pickup.locked", frame.texts().time(until.atZone(store.zone()).toLocalTime()));
            case ShipmentOutcome.TooFew(int line, int open) -> frame.texts().count("till.pickup.few", open);
            case ShipmentOutcome.NotThere(var sku, int onHand) -> frame.texts().count("till.pickup.missing", onHand, sku);
            case ShipmentOutcome.NotNow now -> frame.t("till.task.moved");
            case ShipmentOutcome.OrderMoved moved -> frame.t("till.pickup.cancelled");
            case ShipmentOutcome.NoSuchShipment none -> frame.t("till.task.moved");
            case ShipmentOutcome.Done done -> throw new IllegalArgumentException("Done is no problem");
        };
    }

    private Shipment shipment(ShipmentId id, Location store) {
        return tasks.find(id, store)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("This store has no pickup " + id + ".")));
    }
}
