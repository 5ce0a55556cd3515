package io.stoa.returns;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.returns.ReturnOutcome.BoughtBefore;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.KeyReused;
import io.stoa.returns.ReturnOutcome.Late;
import io.stoa.returns.ReturnOutcome.NoSuchOrder;
import io.stoa.returns.ReturnOutcome.PastPolicy;
import io.stoa.returns.ReturnOutcome.TooMany;
import io.stoa.returns.policy.Deadline;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a return down, once for each key, if the order and the policy allow it; in the caller's transaction. */
@Component
class Opening {

    private final ReturnTable returns;
    private final Orders orders;
    private final ReturnPolicies policies;
    private final Locations locations;
    private final Ids ids;
    private final Clock clock;

    Opening(
            ReturnTable returns,
            Orders orders,
            ReturnPolicies policies,
            Locations locations,
            Ids ids,
            Clock clock) {
        this.returns = returns;
        this.orders = orders;
        this.policies = policies;
        this.locations = locations;
        this.ids = ids;
        this.clock = clock;
    }

    /** What comes after the document is there. */
    interface Next {
        ReturnOutcome of(Return document);
    }

    /** Days are counted as they are at the location. */
    ReturnOutcome open(NewReturn wish, LocationId location, Touchpoint touchpoint, Next next) {
        var order = orders.find(wish.order()).orElse(null);
        if (order == null) {
            return new NoSuchOrder();
        }
        if (order.imported() != null) {
            return new BoughtBefore();
        }
        var late = late(wish, order, location);
        var id = new ReturnId(ids.next());
        if (!returns.insert(id, wish.with(late.isEmpty() ? null : wish.overrule()), order, touchpoint, clock.instant())) {
            return repeated(wish);
        }
        var refusal = refusal(wish, order, late);
        if (refusal != null) {
            returns.withdraw(id);
            return refusal;
        }
        returns.insertLines(id, lines(wish, order));
        return next.of(returns.find(id).orElseThrow());
    }

    private ReturnOutcome repeated(NewReturn wish) {
        var stored = returns.byKey(wish.key()).orElseThrow();
        return wish.sameAs(stored) ? new Done(stored, true) : new KeyReused();
    }

    private static @Nullable ReturnOutcome refusal(NewReturn wish, OrderView order, List<Late> late) {
        var tooMany = tooMany(wish, order);
        return tooMany == null && !late.isEmpty() && wish.overrule() == null ? new PastPolicy(late) : tooMany;
    }

    private static @Nullable TooMany tooMany(NewReturn wish, OrderView order) {
        for (var line : wish.lines()) {
            int withCustomer = order.lines().stream()
                    .filter(one -> one.number() == line.line())
                    .mapToInt(one -> one.fulfilled() - one.returned())
                    .sum();
            if (withCustomer < line.quantity().units()) {
                return new TooMany(line.line(), withCustomer);
            }
        }
        return null;
    }

    /** Lines of which nothing is with the customer have no last day. */
    private List<Late> late(NewReturn wish, OrderView order, LocationId location) {
        var zone = locations.find(location).map(Location::zone).orElse(ZoneOffset.UTC);
        var deadlines = policies.deadlines(order, zone);
        return wish.lines().stream().flatMap(line -> late(line, deadlines, zone).stream()).toList();
    }

    private Optional<Late> late(NewReturn.Line line, Map<Integer, Deadline> deadlines, ZoneId zone) {
        boolean fault = line.reason().isFault();
        return Optional.ofNullable(deadlines.get(line.line()))
                .filter(deadline -> !deadline.holds(fault, policies.today(zone)))
                .map(deadline -> new Late(line.line(), deadline.last(fault)));
    }

    private static List<Return.Line> lines(NewReturn wish, OrderView order) {
        return wish.lines().stream().map(line -> line(line, order)).toList();
    }

    private static Return.Line line(NewReturn.Line wish, OrderView order) {
        var line = order.lines().stream()
                .filter(one -> one.number() == wish.line())
                .findFirst()
                .orElseThrow();
        return new Return.Line(
                wish.line(), line.sku(), line.title(), wish.quantity().units(), wish.reason(), null);
    }
}
