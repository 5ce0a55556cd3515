package io.stoa.purchasing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goods that a supplier is asked for, and what of them has come so far; {@code expected} is the day they are awaited. */
public record PurchaseOrder(
        PurchaseOrderId id,
        SupplierId supplier,
        LocationId location,
        Currency currency,
        @Nullable LocalDate expected,
        State state,
        long version,
        Instant draftedAt,
        @Nullable Instant placedAt,
        @Nullable Instant endedAt,
        List<Line> lines,
        List<Receipt> receipts) {

    /** How far it is. */
    public enum State {
        /** Written down, and known to nobody else. */
        DRAFTED,
        /** Asked for: what has not come yet is on its way. */
        PLACED,
        /** All of it came. */
        RECEIVED,
        /** What had not come by then does not come any more. */
        CLOSED,
        /** Nothing of it came, and nothing will. */
        CALLED_OFF
    }

    /** So many pieces, at so much each in the smallest unit of the currency, and how many came, whole or damaged. */
    public record Line(Sku sku, int ordered, @Nullable Long cost, int good, int damaged) {

        @JsonProperty
        public int came() {
            return good + damaged;
        }

        @JsonProperty
        public int left() {
            return Math.max(0, ordered - came());
        }

        @JsonProperty
        public int over() {
            return Math.max(0, came() - ordered);
        }
    }

    /** What somebody counted when some of it came. */
    public record Receipt(Instant at, String by, Map<Sku, Count> goods) {
        public Receipt {
            goods = Map.copyOf(goods);
        }
    }

    public PurchaseOrder {
        lines = List.copyOf(lines);
        receipts = List.copyOf(receipts);
    }

    /** Awaited before that day, and not all there. */
    public boolean isLate(LocalDate today) {
        return state == State.PLACED && expected != null && expected.isBefore(today);
    }

    /** Whether something may still be counted in; when all is there, only what is more than was ordered. */
    public boolean takesGoods() {
        return state == State.PLACED || state == State.RECEIVED;
    }

    /** Whether it may end like that: what has partly come is closed, what has not is called off. */
    public boolean mayBe(State end) {
        return switch (end) {
            case CLOSED -> state == State.PLACED && came() > 0;
            case CALLED_OFF -> state == State.DRAFTED || (state == State.PLACED && came() == 0);
            case DRAFTED, PLACED, RECEIVED -> false;
        };
    }

    boolean isOf(NewPurchaseOrder wish) {
        var goods = new TreeMap<Sku, NewPurchaseOrder.Wanted>();
        lines.forEach(line -> goods.put(line.sku(), new NewPurchaseOrder.Wanted(Quantity.of(line.ordered()), line.cost())));
        return supplier.equals(wish.supplier())
                && location.equals(wish.location())
                && currency.equals(wish.currency())
                && (wish.expected() == null || wish.expected().equals(expected))
                && goods.equals(wish.goods());
    }

    int left() {
        return lines.stream().mapToInt(Line::left).sum();
    }

    public int came() {
        return lines.stream().mapToInt(Line::came).sum();
    }
}
