package io.stoa.orders.past;

import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of the time before Stoa; a negative quantity was given back. All lines are in its currency. */
public record PastOrder(
        Origin origin,
        @Nullable CustomerId customer,
        Channel channel,
        LocationId location,
        Instant at,
        Currency currency,
        State state,
        List<Line> lines) {

    public PastOrder {
        lines = List.copyOf(lines);
        var only = currency;
        if (!lines.stream().allMatch(line -> line.unit().currency().equals(only))) {
            throw new IllegalArgumentException("its lines have another currency");
        }
    }

    /** Where it was brought in from, and the number it had there: together they are one order, however often it comes. */
    public record Origin(String source, String number) {}

    /** One article of it, at its price then, without or with tax as the source has it. */
    public record Line(Sku sku, String title, int quantity, Money unit) {

        public Money gross() {
            return unit.times(quantity);
        }
    }

    /** How it ended. */
    public enum State {
        COMPLETE,
        CANCELLED,
        REFUNDED
    }

    /** What it came to; negative when more was given back than bought. */
    public Money total() {
        return lines.stream().map(Line::gross).reduce(Money.zero(currency), Money::plus);
    }

    /** How many pieces the customer kept of it before any refund; none of a cancelled one. */
    public int pieces() {
        return state == State.CANCELLED
                ? 0
                : lines.stream().mapToInt(Line::quantity).sum();
    }
}
