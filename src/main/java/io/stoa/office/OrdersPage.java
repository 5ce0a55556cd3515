package io.stoa.office;

import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of orders, filtered by its address, and the same as a file. */
@Controller
class OrdersPage {

    private static final int ROWS = 50;
    /** As many as a spreadsheet takes. */
    private static final int EXPORT_MAX = 1_000_000;

    private static final List<Channel> DOORS = List.of(Channel.WEB, Channel.APP, Channel.TILL, Channel.PHONE);

    /** Nothing of the order comes from there any more. */
    private static final Set<ShipmentState> GIVEN_BACK = Set.of(ShipmentState.REJECTED, ShipmentState.CANCELLED, ShipmentState.RESTOCKED);

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final Wording wording;

    OrdersPage(Orders orders, Fulfilment fulfilment, Wording wording) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.wording = wording;
    }

    @GetMapping("/office/orders")
    ModelAndView list(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable Channel door,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) OrderQuery.@Nullable Before before,
            PageFrame frame) {
        var searched = searched(number);
        var page = orders.list(new OrderQuery(state, door, null, searched, before, ROWS));
        var list = listed(page, new Listed.Filter(state, door, searched), before != null, frame);
        return new ModelAndView("office/orders", Map.of("list", list));
    }

    @GetMapping("/office/orders.csv")
    void export(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(required = false) @Nullable Channel door,
            @RequestParam(defaultValue = "") String number,
            HttpServletResponse response)
            throws IOException {
        try (var out = Csv.file(
                response, "orders.csv", "order", "placed", "state", "door", "location", "delivery", "pieces", "total", "currency",
                "imported from", "number there")) {
            OrderQuery.Before before = null;
            for (int rows = 0; rows < EXPORT_MAX; rows += Page.SIZE_MAX) {
                var page = orders.list(new OrderQuery(state, door, null, searched(number), before, Page.SIZE_MAX));
                page.items().forEach(row -> out.write(line(row)));
                if (page.next() == null) {
                    return;
                }
                before = new OrderQuery.Before(page.next());
            }
        }
    }

    private static String searched(String number) {
        return number.substring(0, Math.min(OrderQuery.NUMBER_MAX, number.length()))
                .strip();
    }

    private static String line(OrderRow row) {
        return Csv.line(
                row.id(),
                row.placedAt(),
                row.state(),
                row.channel(),
                row.location() == null ? "" : row.location(),
                row.delivery(),
                row.pieces(),
                row.total().decimal().toPlainString(),
                row.total().currency().getCurrencyCode(),
                row.imported() == null ? "" : row.imported().source(),
                row.imported() == null ? "" : row.imported().number());
    }

    private Listed listed(Page<OrderRow> page, Listed.Filter filter, boolean later, PageFrame frame) {
        var texts = frame.texts();
        var query = filter.query();
        var shipments = fulfilment.ofAll(page.items().stream().map(OrderRow::id).toList());
        var next = page.next() == null ? null : query + (query.length() > 1 ? "&" : "") + "before=" + page.next();
        return new Listed(
                states(filter, texts),
                doors(filter, texts),
                filter,
                page.items().stream().map(row -> row(row, shipments.getOrDefault(row.id(), List.of()), frame)).toList(),
                sums(page.items()),
                page.items().stream().mapToInt(OrderRow::pieces).sum(),
                "/office/orders.csv" + query,
                later ? "/office/orders" + query : null,
                next == null ? null : "/office/orders" + next,
                !later);
    }

    private static List<Money> sums(List<OrderRow> rows) {
        var sums = new TreeMap<String, Money>();
        rows.stream()
                .filter(row -> row.state() != OrderState.CANCELLED && row.state() != OrderState.EXPIRED)
                .map(OrderRow::total)
                .forEach(total -> sums.merge(total.currency().getCurrencyCode(), total, Money::plus));
        return sums.isEmpty() ? List.of(Money.zero(Currency.getInstance("USD"))) : List.copyOf(sums.values());
    }

    private static List<Listed.Chip> states(Listed.Filter filter, Texts texts) {
        return Stream.concat(Stream.of((OrderState) null), Arrays.stream(OrderState.values()))
                .map(one -> new Listed.Chip(
                        texts.get(one == null ? "office.orders.all" : "office.state." + one),
                        "/office/orders" + filter.with(one).query(),
                        one == filter.state()))
                .toList();
    }

    private static List<Listed.Chip> doors(Listed.Filter filter, Texts texts) {
        return Stream.concat(Stream.of((Channel) null), DOORS.stream())
                .map(one -> new Listed.Chip(
                        one == null ? texts.get("office.orders.doors") : Wording.door(one, texts),
                        "/office/orders" + filter.with(one).query(),
                        one == filter.door()))
                .toList();
    }

    /** The store that sold it; otherwise where its goods come from. */
    private String place(OrderRow row, List<Shipment> shipments) {
        return row.location() != null
                ? wording.place(row.location())
                : shipments.stream()
                        .filter(one -> !GIVEN_BACK.contains(one.state()))
                        .map(one -> wording.place(one.location()))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private Listed.Row row(OrderRow row, List<Shipment> shipments, PageFrame frame) {
        var texts = frame.texts();
        return new Listed.Row(
                row.id(),
                row.state(),
                Listed.tone(row.state()),
                Wording.door(row.channel(), texts),
                place(row, shipments),
                texts.get("office.delivery." + row.delivery()),
                row.pieces(),
                row.total(),
                frame.moment(row.placedAt(), ZoneId.systemDefault()),
                row.imported() == null ? null : Wording.origin(row.imported(), texts));
    }
}
