package io.stoa.drawer;

import io.stoa.shared.Money;

/** What came of a step of a drawer. */
public sealed interface DrawerOutcome {

    /** Done, now or by the same request before. */
    record Done(DrawerReport report, boolean repeated) implements DrawerOutcome {}

    /** The till has a drawer open; it is closed before the next one is opened. */
    record OpenAlready(Drawer drawer) implements DrawerOutcome {}

    /** Closed, by this count or another. */
    record ClosedAlready(Drawer drawer) implements DrawerOutcome {}

    /** More would leave than is there by the books. */
    record NotThatMuch(Money expected) implements DrawerOutcome {}

    /** The count is off by more than is let pass without a word; nothing was closed. */
    record ReasonMissing(Money expected, Money overShort) implements DrawerOutcome {}

    /** The drawer is in another currency. */
    record OtherCurrency(Drawer drawer) implements DrawerOutcome {}

    /** The key was used for another movement. */
    record KeyReused() implements DrawerOutcome {}

    /** Sales are still on their way into the drawer; nothing was closed. Ask again in a moment. */
    record Behind() implements DrawerOutcome {}

    /** No store is called so. */
    record NoSuchPlace() implements DrawerOutcome {}

    record NoSuchDrawer() implements DrawerOutcome {}
}
