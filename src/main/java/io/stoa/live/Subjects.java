package io.stoa.live;

import io.stoa.access.Caller;
import io.stoa.orders.Orders;
import io.stoa.shared.OrderId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may follow what: the staff everything; a customer what is public, themselves and their orders; a guest what is public
 * and the orders they have in hand.
 */
@Component
final class Subjects {

    private static final Set<String> PUBLIC = Set.of("stock", "price", "promotion", "product", "brand", "showing", "review");

    private final Orders orders;
    private final List<OrdersInHand> inHand;

    Subjects(Orders orders, List<OrdersInHand> inHand) {
        this.orders = orders;
        this.inHand = inHand;
    }

    /** Those of the topics that the caller may follow. */
    Set<String> allowed(Set<String> topics, Caller caller, HttpServletRequest request) {
        return caller.staff()
                ? topics
                : topics.stream().filter(topic -> may(topic, caller, request)).collect(Collectors.toSet());
    }

    private boolean may(String topic, Caller caller, HttpServletRequest request) {
        int colon = topic.indexOf(':');
        if (colon < 1) {
            return false;
        }
        var kind = topic.substring(0, colon);
        if (PUBLIC.contains(kind)) {
            return true;
        }
        return topic.matches("(order|customer):[1-9][0-9]{0,17}")
                && mayFollow(kind, Long.parseLong(topic.substring(colon + 1)), caller, request);
    }

    private boolean mayFollow(String kind, long id, Caller caller, HttpServletRequest request) {
        if (kind.equals("customer")) {
            return caller.customer() != null && caller.customer().value() == id;
        }
        var order = new OrderId(id);
        return inHand.stream().anyMatch(hand -> hand.holds(request, order)) || isOwn(order, caller);
    }

    private boolean isOwn(OrderId id, Caller caller) {
        return caller.customer() != null
                && orders.find(id)
                        .filter(order -> Objects.equals(order.customer(), caller.customer()))
                        .isPresent();
    }
}
