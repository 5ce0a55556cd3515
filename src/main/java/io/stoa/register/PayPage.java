package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.locations.Location;
import io.stoa.orders.PlaceOrder;
import io.stoa.page.PageFrame;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.testprovider.TestCard;
import io.stoa.register.Basket.Way;
import io.stoa.register.Cashier.SaleOutcome;
import io.stoa.register.Sale.Done;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Takes the money. A press that is repeated, by hand or by reload, finds the receipt of the first. */
@Controller
class PayPage {

    /** The test cards that a till offers in a demo. */
    static final List<TestCard> CARDS = List.of(TestCard.APPROVE, TestCard.DECLINE);

    private static final String TILL = "redirect:/till";

    private final Stores stores;
    private final Sales sales;
    private final Baskets baskets;
    private final Buyers buyers;
    private final Cashier cashier;

    PayPage(Stores stores, Sales sales, Baskets baskets, Buyers buyers, Cashier cashier) {
        this.stores = stores;
        this.sales = sales;
        this.baskets = baskets;
        this.buyers = buyers;
        this.cashier = cashier;
    }

    /** What was pressed: which attempt at which version of the basket, and the cash in hand (typed, or a guessed note) or the card. */
    record Payment(
            @Nullable String attempt, @Nullable String given, @Nullable String note, @Nullable String card) {

        /** Without the version of the basket. */
        String named() {
            return attempt == null ? "" : attempt.replaceFirst("\\..*", "");
        }
    }

    /** The wish to pay in a form that can be carried out, or what is wrong with it. */
    private record Means(PlaceOrder.@Nullable Paying paying, @Nullable Money given, @Nullable String problem) {}

    @PostMapping("/till/sale")
    String pay(
            @ModelAttribute Payment payment,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var done = Done.of(session, payment.named());
            return done.isPresent()
                    ? TILL + "/receipts/" + done.get().receipt()
                    : sell(payment, caller, frame, session, flash);
        }
    }

    private String sell(
            Payment payment, Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var store = stores.at(caller);
        var open = sales.current(session, store).orElse(null);
        var due = open == null ? Optional.<Money>empty() : baskets.due(open, store);
        if (open == null || due.isEmpty()) {
            return TILL;
        }
        if (open.sale().tab() != null || !baskets.moment(open, due.get()).equals(payment.attempt())) {
            flash.addFlashAttribute("problem", frame.t("till.moved"));
            return TILL;
        }
        if (!open.lines(Way.SEND).isEmpty() && open.sale().to() == null) {
            return TILL + "?step=home";
        }
        var means = means(payment, due.get(), frame);
        if (means.paying() == null) {
            flash.addFlashAttribute("problem", means.problem());
            flash.addFlashAttribute("typed", payment.given());
            return TILL + (payment.card() == null ? "?step=cash" : "?step=card");
        }
        var outcome = cashier.sell(open, means.paying(), buyers.contact(open.sale()), caller.touchpoint());
        return answer(outcome, open, means.given(), store, caller, frame, session, flash);
    }

    private static Means means(Payment payment, Money due, PageFrame frame) {
        var card = payment.card();
        if (card != null) {
            boolean known = frame.demo() && CARDS.stream().anyMatch(one -> one.token().equals(card));
            return known
                    ? new Means(new PlaceOrder.Paying.ByCard(new CardToken(card)), null, null)
                    : new Means(null, null, frame.t("till.card.none"));
        }
        var typed = Objects.requireNonNullElse(payment.note(), Objects.requireNonNullElse(payment.given(), "")).strip();
        var given = typed.isEmpty() ? Optional.of(due) : Cash.read(typed, due.currency());
        if (given.isEmpty()) {
            return new Means(null, null, frame.t("till.cash.unread", typed));
        }
        return given.get().compareTo(due) < 0
                ? new Means(null, null, frame.t("till.cash.missing", due.minus(given.get())))
                : new Means(new PlaceOrder.Paying.InCash(), given.get(), null);
    }

    private String answer(
            SaleOutcome outcome,
            Open open,
            @Nullable Money given,
            Location store,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        if (outcome instanceof SaleOutcome.Sold(List<OrderId> orders)) {
            var receipt = Receipts.code(orders);
            Done.keep(session, new Done(open.sale().attempt(), receipt, given));
            sales.finish(session, open, orders, caller.touchpoint());
            return TILL + "/receipts/" + receipt;
        }
        sales.keep(session, outcome instanceof SaleOutcome.Unsure ? open.sale().late() : open.sale().anew());
        flash.addFlashAttribute("problem", baskets.refusal(outcome, store, frame.texts()));
        return TILL;
    }
}
