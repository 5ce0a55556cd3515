package io.stoa.orders.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stoa.locations.Address;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.past.PastOrder;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.routing.Explanation;
import io.stoa.routing.Part;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.LinkedHashMap;
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

    /** What was taken off, each cut once, over all lines. */
    public List<Taken> taken() {
        var sums = new LinkedHashMap<Cut, Money>();
        lines.forEach(line -> line.taken().forEach(one -> sums.merge(one.cut(), one.amount(), Money::plus)));
        return sums.entrySet().stream()
                .map(one -> new Taken(one.getKey(), one.getValue()))
                .toList();
    }

    /** Whether a line of it is collected in a store. */
    public boolean collects(Line line) {
        return Delivery.COLLECT.equals(line.delivery() == null ? delivery : line.delivery());
    }

    /** Whether a line of it is sent to an address. */
    public boolean sends(Line line) {
        return Delivery.SHIP.equals(line.delivery() == null ? delivery : line.delivery());
    }

    /**
     * A line: what was ordered, what was taken off its price, and how many pieces of it were cancelled, handed over, and
     * came back.
     *
     * @param delivery of a mixed order how this line reaches the customer, {@code SHIP} or {@code COLLECT}; else null
     * @param handedOverAt when the last piece of it so far left the place that gave it; null for what was carried home when it
     *     was bought, and for what is all still there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int number,
            Sku sku,
            String title,
            int quantity,
            Money unit,
            List<Taken> taken,
            Money tax,
            Money gross,
            int cancelled,
            int fulfilled,
            int returned,
            @Nullable String delivery,
            @Nullable Instant handedOverAt) {

        /** Whether the tax is inside the unit price; else it comes on top. */
        public boolean taxIncluded() {
            return unit.times(quantity).minus(discount()).equals(gross);
        }

        /** All pieces at the list's price of its day, with the tax where it is inside, before anything was taken off. */
        public Money listed() {
            return (taxIncluded() ? gross : gross.minus(tax)).plus(discount());
        }

        /** The same with what was taken off it. */
        public Line with(List<Taken> discounts) {
            return new Line(number, sku, title, quantity, unit, discounts, tax, gross, cancelled, fulfilled, returned, delivery, handedOverAt);
        }

        /** How much less than at the list's price of its day, counted as that price is. */
        public Money discount() {
            return taken.stream().map(Taken::amount).reduce(Money.zero(gross.currency()), Money::plus);
        }

        /** What so many pieces of it cost with their tax, as if all were alike; fractions of a cent are left out. */
        public Money worth(int pieces) {
            return new Money(gross.minor() * pieces / quantity, gross.currency());
        }

        public int open() {
            return quantity - cancelled - fulfilled;
        }
    }
}
