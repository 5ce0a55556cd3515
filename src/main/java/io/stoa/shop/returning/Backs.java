package io.stoa.shop.returning;

import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnState;
import io.stoa.returns.Returns;
import io.stoa.shop.OrderLinks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lays out what comes back of an order. */
@Component
public class Backs {

    private final Returns returns;
    private final OrderLinks links;

    Backs(Returns returns, OrderLinks links) {
        this.returns = returns;
        this.links = links;
    }

    /** As the order's page shows it. */
    public ComingBack of(OrderView order, Texts texts) {
        var all = order.imported() == null ? returns.of(order.id()) : List.<Return>of();
        boolean more = order.imported() == null && order.lines().stream().anyMatch(line -> left(line, all) > 0);
        return new ComingBack(
                more ? links.to(order.id()) + "/returns" : null,
                all.stream()
                        .filter(one -> one.state() != ReturnState.CANCELLED)
                        .map(one -> one(one, texts))
                        .toList());
    }

    /** How many pieces of a line are with the customer and not announced yet. */
    static int left(OrderView.Line line, List<Return> returns) {
        int announced = returns.stream()
                .filter(one -> one.state() == ReturnState.REQUESTED)
                .flatMap(one -> one.lines().stream())
                .filter(piece -> piece.line() == line.number())
                .mapToInt(Return.Line::quantity)
                .sum();
        return line.fulfilled() - line.returned() - announced;
    }

    private static String state(Return document, Texts texts) {
        if (document.kept()) {
            return texts.get("shop.return.kept", document.left());
        }
        if (document.state() != ReturnState.REFUNDED) {
            return texts.get("shop.return." + document.state());
        }
        return document.refunded().isZero() && !document.exchanged().isZero()
                ? texts.get("shop.return.exchanged")
                : texts.get("shop.return.REFUNDED", document.refunded());
    }

    private ComingBack.One one(Return document, Texts texts) {
        boolean open = document.state() == ReturnState.REQUESTED;
        return new ComingBack.One(
                document.id().toString(),
                open ? "wait" : "good",
                state(document, texts),
                document.lines().stream()
                        .map(line -> texts.get("shop.return.piece", line.quantity(), line.title()))
                        .toList(),
                open ? links.to(document.order()) + "/returns/" + document.id() + "/cancellation" : null);
    }
}
