package io.stoa.orders.past;

import io.stoa.orders.Contact;
import io.stoa.orders.OrderState;
import io.stoa.orders.past.PastOrder.State;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.routing.Explanation;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Past orders in the words of today's: pure functions. */
final class PastViews {

    private static final String ACTOR = "import";

    private PastViews() {}

    /** What was refunded had been with the customer: its pieces came back, as they do today. */
    static Set<State> states(@Nullable OrderState wanted) {
        if (wanted == null) {
            return EnumSet.allOf(State.class);
        }
        return switch (wanted) {
            case FULFILLED -> EnumSet.of(State.COMPLETE, State.REFUNDED);
            case CANCELLED -> EnumSet.of(State.CANCELLED);
            case AWAITING_PAYMENT, PLACED, EXPIRED -> EnumSet.noneOf(State.class);
        };
    }

    private static OrderState state(State past) {
        return switch (past) {
            case COMPLETE, REFUNDED -> OrderState.FULFILLED;
            case CANCELLED -> OrderState.CANCELLED;
        };
    }

    static OrderRow row(PastOrders.Row past) {
        return new OrderRow(
                past.id(),
                state(past.state()),
                past.channel(),
                past.location(),
                past.customer(),
                delivery(past.channel()),
                past.total(),
                past.pieces(),
                past.at(),
                past.origin());
    }

    static OrderView view(PastOrders.Kept kept) {
        var order = kept.order();
        return new OrderView(
                kept.id(),
                state(order.state()),
                order.channel(),
                order.location(),
                ACTOR,
                order.customer(),
                order.total(),
                Money.zero(order.currency()),
                delivery(order.channel()),
                lines(order),
                List.of(),
                Explanation.NONE,
                Contact.NONE,
                null,
                null,
                1,
                order.at(),
                kept.recordedAt(),
                order.origin());
    }

    private static List<OrderView.Line> lines(PastOrder order) {
        var lines = new ArrayList<OrderView.Line>();
        for (var line : order.lines()) {
            lines.add(line(lines.size() + 1, line, order.state()));
        }
        return lines;
    }

    /** Nothing of it is open any more: every piece went to the customer or was cancelled. */
    private static OrderView.Line line(int number, PastOrder.Line line, State state) {
        int cancelled = state == State.CANCELLED ? line.quantity() : 0;
        int fulfilled = line.quantity() - cancelled;
        return new OrderView.Line(
                number,
                line.sku(),
                line.title(),
                line.quantity(),
                line.unit(),
                List.of(),
                Money.zero(line.unit().currency()),
                line.gross(),
                cancelled,
                fulfilled,
                state == State.REFUNDED ? Math.max(0, fulfilled) : 0,
                null,
                null);
    }

    /** Sources do not say: what was bought at a till was carried home, all else was sent. */
    private static String delivery(Channel channel) {
        return channel == Channel.TILL ? "TAKE_AWAY" : "SHIP";
    }
}
