package io.stoa.office;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.customers.Customers;
import io.stoa.events.EventLog;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.http.Problems;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.office.returns.ReturnRows;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.payments.Payments;
import io.stoa.routing.Part;
import io.stoa.shared.OrderId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One order: what, for whom, paid how, from where and why there, and everything that happened to it. */
@Controller
class OrderPage {

    private static final int TRAIL_MAX = 200;
    private static final int REASON_MAX = 200;
    private static final Set<OrderState> OPEN = Set.of(OrderState.AWAITING_PAYMENT, OrderState.PLACED);

    private final Orders orders;
    private final Payments payments;
    private final MoneyRemarks remarks;
    private final Customers customers;
    private final Fulfilment fulfilment;
    private final EventLog log;
    private final Wording wording;
    private final GroundWords grounds;
    private final ReturnRows returns;

    OrderPage(
            Orders orders,
            Payments payments,
            MoneyRemarks remarks,
            Customers customers,
            Fulfilment fulfilment,
            EventLog log,
            Wording wording,
            GroundWords grounds,
            ReturnRows returns) {
        this.fulfilment = fulfilment;
        this.remarks = remarks;
        this.orders = orders;
        this.payments = payments;
        this.customers = customers;
        this.log = log;
        this.wording = wording;
        this.grounds = grounds;
        this.returns = returns;
    }

    @GetMapping("/office/orders/{id}")
    ModelAndView show(@PathVariable OrderId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var order = find(id);
        return page(order, AmendForm.of(order, Map.of()), said, frame);
    }

    private ModelAndView page(OrderView order, AmendForm amend, String said, PageFrame frame) {
        boolean claimable =
                order.imported() == null && order.lines().stream().anyMatch(line -> line.fulfilled() > line.returned());
        return new ModelAndView(
                "office/order",
                Map.of(
                        "detail", detail(order, frame),
                        "amend", amend,
                        "said", said,
                        "returns", returns.of(order, frame),
                        "claimable", claimable));
    }

    @PostMapping("/office/orders/{id}/lines")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    ModelAndView lower(
            @PathVariable OrderId id, @RequestParam Map<String, String> typed, PageFrame frame, Caller caller) {
        var order = find(id);
        if (!OPEN.contains(order.state())) {
            return said(id, new ChangeOutcome.TooLate(order.state()), "fewer");
        }
        var form = AmendForm.of(order, typed);
        return form.pieces(order, frame.texts())
                .map(wanted -> said(id, lowered(id, wanted, form.text("why"), caller), "fewer"))
                .orElseGet(() -> wrong(order, form, frame));
    }

    private ChangeOutcome lowered(OrderId id, Map<Integer, Integer> wanted, String why, Caller caller) {
        try {
            return orders.lower(id, wanted, why, caller.touchpoint());
        } catch (Orders.OnlySmaller meanwhile) {
            return new ChangeOutcome.TooLate(find(id).state());
        }
    }

    @PostMapping("/office/orders/{id}/contact")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    ModelAndView readdress(
            @PathVariable OrderId id, @RequestParam Map<String, String> typed, PageFrame frame, Caller caller) {
        var order = find(id);
        if (!OPEN.contains(order.state())) {
            return said(id, new ChangeOutcome.TooLate(order.state()), "readdressed");
        }
        var form = AmendForm.of(order, typed);
        var contact = form.contact(order.contact(), frame.texts());
        var address = Delivery.isSent(order.delivery()) ? form.address(frame.texts()) : null;
        return contact == null || !form.errors().isEmpty()
                ? wrong(order, form, frame)
                : said(id, orders.readdress(id, contact, address, caller.touchpoint()), "readdressed");
    }

    /** Who reloads a form that had something wrong in it. */
    @GetMapping({"/office/orders/{id}/lines", "/office/orders/{id}/contact"})
    String again(@PathVariable OrderId id) {
        return "redirect:/office/orders/" + id;
    }

    private ModelAndView wrong(OrderView order, AmendForm form, PageFrame frame) {
        var page = page(order, form, "", frame);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView said(OrderId id, ChangeOutcome outcome, String done) {
        var said = outcome instanceof ChangeOutcome.Done ? done : "late";
        return new ModelAndView("redirect:/office/orders/" + id + "?said=" + said);
    }

    @PostMapping("/office/orders/{id}/cancellation")
    @AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
    String cancel(@PathVariable OrderId id, @RequestParam String reason, Caller caller) {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            return "redirect:/office/orders/" + id + "?said=reason";
        }
        return switch (orders.cancel(id, reason.strip(), caller.touchpoint())) {
            case ChangeOutcome.Done done -> "redirect:/office/orders/" + id + "?said=cancelled";
            case ChangeOutcome.TooLate late -> "redirect:/office/orders/" + id + "?said=late";
            case ChangeOutcome.NotThere none -> "redirect:/office/orders/" + id + "?said=late";
            case ChangeOutcome.NoSuchOrder none -> throw missing(id);
        };
    }

    private OrderView find(OrderId id) {
        return orders.find(id).orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(OrderId id) {
        return Problems.refuse(Problems.notFound("There is no order " + id + "."));
    }

    private OrderDetail detail(OrderView order, PageFrame frame) {
        var texts = frame.texts();
        var customer = order.customer();
        return new OrderDetail(
                order,
                Listed.tone(order.state()),
                Wording.door(order.channel(), texts),
                order.location() == null ? "" : wording.place(order.location()),
                frame.moment(order.placedAt(), ZoneId.systemDefault()),
                customer == null ? null : customers.find(customer).orElse(null),
                collector(order),
                payments.of(order.id()),
                remarks.of(order.id(), texts),
                grounds.verdict(order.explanation(), texts),
                grounds.stops(order.explanation(), texts),
                order.parts().stream().map(part -> from(part, order, texts)).toList(),
                log.ofOrder(order.id(), TRAIL_MAX).stream()
                        .map(event -> wording.sentence(event, texts))
                        .toList(),
                OPEN.contains(order.state()),
                imported(order, texts));
    }

    private @Nullable String collector(OrderView order) {
        return Delivery.isCollected(order.delivery())
                ? fulfilment.of(order.id()).reversed().stream().map(Shipment::collector).flatMap(Stream::ofNullable).findFirst().orElse(null)
                : null;
    }

    private static OrderDetail.@Nullable Imported imported(OrderView order, Texts texts) {
        return order.imported() == null
                ? null
                : new OrderDetail.Imported(
                        Wording.origin(order.imported(), texts), texts.moment(order.updatedAt(), ZoneId.systemDefault()));
    }

    private OrderDetail.From from(Part part, OrderView order, Texts texts) {
        return new OrderDetail.From(
                place(part, texts),
                part.lines().stream()
                        .map(piece -> texts.number(piece.quantity().units()) + " × " + title(order, piece))
                        .toList());
    }

    /** And which way, where not all of it goes the same. */
    private String place(Part part, Texts texts) {
        var name = wording.place(part.location());
        return part.leaving() == null ? name : name + ", " + texts.get("office.leaving." + part.leaving());
    }

    private static @Nullable String title(OrderView order, Part.Piece piece) {
        return order.lines().stream()
                .filter(line -> line.number() == piece.line())
                .map(OrderView.Line::title)
                .findFirst()
                .orElse(piece.sku().value());
    }
}
