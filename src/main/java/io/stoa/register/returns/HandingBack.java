package io.stoa.register.returns;

import io.stoa.page.Texts;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.Tender;
import io.stoa.returns.Return;
import io.stoa.returns.Returns;
import io.stoa.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what the associate hands over: the drawer gives back what was paid in cash, cards get theirs by themselves. */
@Component
public class HandingBack {

    private final Returns returns;
    private final Payments payments;

    HandingBack(Returns returns, Payments payments) {
        this.returns = returns;
        this.payments = payments;
    }

    /** What goes back as money: all that does not pay for other goods and is not kept for them. */
    public static Money money(Return document) {
        return document.kept()
                ? Money.zero(document.worth().currency())
                : document.worth().minus(document.exchanged());
    }

    public String words(Return document, Texts texts) {
        var owed = money(document);
        if (owed.isZero()) {
            return texts.get(document.kept() ? "till.exchange.kept" : "till.exchange.none", texts.money(document.left()));
        }
        var paid = payments.of(document.order());
        var cash = cash(document, paid);
        if (cash.isZero()) {
            boolean card = paid.stream().map(Payment::tender).allMatch(Tender.CARD::equals);
            return texts.get(card ? "till.return.card" : "till.return.alone");
        }
        return cash.equals(owed) ? texts.get("till.return.cash") : texts.get("till.return.part-cash", texts.money(cash));
    }

    /** What an exchange paid goes back as the first goods were paid, in cash if all of that was cash. */
    private Money cash(Return document, List<Payment> paid) {
        var back = returns.givenBack(document);
        return paid.stream()
                .filter(payment -> back.containsKey(payment.id()))
                .filter(payment -> payment.tender() == Tender.CASH
                        || (payment.tender() == Tender.EXCHANGE && wasCash(document)))
                .map(payment -> back.get(payment.id()))
                .reduce(Money.zero(document.worth().currency()), Money::plus);
    }

    private boolean wasCash(Return document) {
        return returns.payingFor(document.order()).stream()
                .flatMap(first -> payments.of(first.order()).stream())
                .allMatch(payment -> payment.tender() == Tender.CASH);
    }
}
