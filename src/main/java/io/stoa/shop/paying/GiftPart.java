package io.stoa.shop.paying;

import io.stoa.giftcards.GiftCard;
import io.stoa.giftcards.GiftCards;
import io.stoa.giftcards.GiftCode;
import io.stoa.orders.Orders;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a purchase a gift card pays, from what somebody typed: nothing typed pays nothing, and what is no card, or an empty
 * one, does not fit. The card's balance is that of the moment; what it really pays is decided when it is asked for.
 */
public record GiftPart(boolean typed, Optional<GiftCode> code, Money pays, Money rest) {

    public static GiftPart of(@Nullable String text, Money total, GiftCards cards) {
        var typed = text == null ? "" : text.strip();
        var code = GiftCode.typed(typed);
        var room = code.flatMap(cards::find)
                .map(GiftCard::available)
                .filter(money -> money.currency().equals(total.currency()))
                .orElse(Money.zero(total.currency()));
        var pays = room.compareTo(total) < 0 ? room : total;
        return new GiftPart(!typed.isEmpty(), code, pays, total.minus(pays));
    }

    public static GiftPart none(Currency currency) {
        return new GiftPart(false, Optional.empty(), Money.zero(currency), Money.zero(currency));
    }

    public boolean fits() {
        return !typed || pays.minor() > 0;
    }

    public boolean isEnough() {
        return typed && fits() && rest.isZero();
    }

    /** Asks the gift card for its part, if one was typed, and what was chosen for the rest; what came of the last one asked. */
    public PayOutcome pay(Orders orders, OrderId order, Optional<Tendered> others, Touchpoint touchpoint) {
        if (!typed) {
            return orders.pay(order, others.orElseThrow(), touchpoint);
        }
        var paid = orders.pay(order, new Tendered.ByGiftCard(code.orElseThrow().token(), null), touchpoint);
        boolean goesOn = paid instanceof PayOutcome.PartlyPaid || paid instanceof PayOutcome.Declined;
        return goesOn && others.isPresent() ? orders.pay(order, others.get(), touchpoint) : paid;
    }
}
