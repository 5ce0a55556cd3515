package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderQuery;
import io.stoa.page.PageFrame;
import io.stoa.shop.OrderLinks;
import io.stoa.shop.OrderStory;
import io.stoa.locations.Locations;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a customer bought at any door, newest first. A device that knows no store yet learns here which one is theirs. */
@Controller
public class OrdersPage {

    private static final int ROWS = 20;

    private final Own own;
    private final Orders orders;
    private final OrderStory story;
    private final OrderLinks links;
    private final Visits visits;
    private final Locations locations;

    OrdersPage(
            Own own, Orders orders, OrderStory story, OrderLinks links, Visits visits, Locations locations) {
        this.own = own;
        this.orders = orders;
        this.story = story;
        this.links = links;
        this.visits = visits;
        this.locations = locations;
    }

    @GetMapping("/shop/account")
    ModelAndView list(
            @RequestParam(required = false) OrderQuery.@Nullable Before before,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var known = own.of(caller);
        var customer = known.id();
        if (known.store() != null && visits.store(request).isEmpty()) {
            locations.find(known.store()).ifPresent(store -> visits.keepStore(response, store));
        }
        var page = orders.list(new OrderQuery(null, null, customer, before, ROWS));
        var rows = page.items().stream()
                .map(row -> story.row(row, links.to(row.id()), frame))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("orders", rows);
        model.put("topic", "customer:" + customer);
        model.put("first", before == null ? "" : "/shop/account");
        model.put("next", page.next() == null ? "" : "/shop/account?before=" + page.next());
        return own.page("orders", model, frame, caller, request);
    }
}
