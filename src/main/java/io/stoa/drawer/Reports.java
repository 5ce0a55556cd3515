package io.stoa.drawer;

import io.stoa.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up what a drawer took and gave. */
@Component
class Reports {

    private final MovementTable movements;

    Reports(MovementTable movements) {
        this.movements = movements;
    }

    /** As it stands now; with a closing, as it was counted. */
    DrawerReport of(Drawer drawer, Instant at) {
        var currency = drawer.opening().currency();
        var sold = movements.sold(drawer.id(), currency);
        var byHand = movements.byHand(drawer.id());
        var expected = new Money(movements.expected(drawer.id()), currency);
        var counted = counted(drawer);
        return new DrawerReport(
                drawer,
                at,
                sold.number(),
                sold.turnover(),
                sold.taxes(),
                sold.discounts(),
                movements.taken(drawer.id(), currency),
                byHand,
                sum(byHand, CashKind.PAID_IN, drawer),
                sum(byHand, CashKind.PAID_OUT, drawer),
                sum(byHand, CashKind.DROP, drawer),
                expected,
                counted,
                counted == null ? null : counted.minus(expected));
    }

    private static @Nullable Money counted(Drawer drawer) {
        var closing = drawer.closing();
        return closing == null ? null : closing.count().total(drawer.opening().currency());
    }

    private static Money sum(List<CashMovement> byHand, CashKind kind, Drawer drawer) {
        return byHand.stream()
                .filter(one -> one.kind() == kind)
                .map(CashMovement::amount)
                .reduce(Money.zero(drawer.opening().currency()), Money::plus);
    }
}
