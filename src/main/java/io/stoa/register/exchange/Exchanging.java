package io.stoa.register.exchange;

import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.Returns;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers in the session of the till which return the next goods are taken for. The money itself is kept with the return, so
 * that nothing is lost with the session.
 */
@Component
public class Exchanging {

    private static final String IN_HAND = "stoa.till.exchange";

    private final Returns returns;

    Exchanging(Returns returns) {
        this.returns = returns;
    }

    /** The return whose money is in hand, as long as something of it is kept. */
    public Optional<Return> inHand(HttpSession session) {
        return session.getAttribute(IN_HAND) instanceof Long id
                ? returns.find(new ReturnId(id)).filter(Exchanging::isKept)
                : Optional.empty();
    }

    public void take(HttpSession session, ReturnId id) {
        session.setAttribute(IN_HAND, id.value());
    }

    /** These orders are paid: what is left of the return that paid for one of them goes back. */
    public void finish(HttpSession session, Collection<OrderId> orders, Touchpoint touchpoint) {
        var paying = session.getAttribute(IN_HAND) instanceof Long id ? new ReturnId(id) : null;
        if (paying != null && orders.stream().anyMatch(returns.exchangedFor(paying)::contains)) {
            var _ = returns.giveBack(paying, touchpoint);
            session.removeAttribute(IN_HAND);
        }
    }

    static boolean isKept(Return document) {
        return document.kept() && document.left().minor() > 0;
    }
}
