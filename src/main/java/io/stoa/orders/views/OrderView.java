package io.stoa.orders.views;

import io.stoa.locations.Address;
import io.stoa.orders.Contact;
import io.stoa.orders.OrderState;
import io.stoa.orders.past.PastOrder;
import io.stoa.routing.Explanation;
import io.stoa.routing.Part;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that belongs to it: prices and titles of its day, where each piece comes from, and why. An order of the
 * time before Stoa says where it was imported from; nothing of it is open, and lines with a negative quantity were given back.
 */
public record OrderView(
        OrderId id,
        OrderState state,
        Channel channel,
        @Nullable LocationId location,
        String actor,
        @Nullable CustomerId customer,
        Money total,
        Money tax,
        String delivery,
        List<Line> lines,
        List<Part> parts,
        Explanation explanation,
        Contact contact,
        @Nullable Address address,
        @Nullable Long payment,
        long version,
        Instant placedAt,
        Instant updatedAt,
        PastOrder.@Nullable Origin imported) {

    /** A line: what was ordered, and how many pieces of it were cancelled, handed over, and came back. */
    public record Line(
            int number,
            Sku sku,
            String title,
            int quantity,
            Money unit,
            Money tax,
            Money gross,
            int cancelled,
            int fulfilled,
            int returned) {

        /** Whether the tax is inside the unit price; else it comes on top. */
        public boolean taxIncluded() {
            return unit.times(quantity).equals(gross);
        }

        /** All pieces at the price that was shown: with the tax where it is inside the unit price, else without. */
        public Money shown() {
            return taxIncluded() ? gross : gross.minus(tax);
        }

        public int open() {
            return quantity - cancelled - fulfilled;
        }
    }
}
