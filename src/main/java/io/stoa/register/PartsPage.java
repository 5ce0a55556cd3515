package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.page.PageFrame;
import io.stoa.payments.gateway.CardToken;
import io.stoa.register.Basket.Way;
import io.stoa.register.Cashier.SaleOutcome;
import io.stoa.register.Sale.Done;
import io.stoa.register.Sale.Tab;
import io.stoa.register.Splitting.Taken;
import io.stoa.register.exchange.Exchanging;
import io.stoa.register.stores.Stores;
import io.stoa.returns.Return;
import io.stoa.shared.Money;
import jakarta.servlet.http.HttpSession;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Takes a part of the money with one tender, the rest with others; or gives everything back. */
@Controller
class PartsPage {

    private static final String TILL = "redirect:/till";

    private final Stores stores;
    private final Sales sales;
    private final Baskets baskets;
    private final Buyers buyers;
    private final Splitting splitting;
    private final Exchanging exchanging;

    PartsPage(
            Stores stores,
            Sales sales,
            Baskets baskets,
            Buyers buyers,
            Splitting splitting,
            Exchanging exchanging) {
        this.stores = stores;
        this.sales = sales;
        this.baskets = baskets;
        this.buyers = buyers;
        this.splitting = splitting;
        this.exchanging = exchanging;
    }

    /**
     * What was pressed: how the sale stood, and the coins, the gift card, the card with the amount that it pays, or what came back
     * and is in hand.
     */
    record Part(
            @Nullable String attempt,
            @Nullable String given,
            @Nullable String code,
            @Nullable String card,
            @Nullable String amount,
            @Nullable String exchange) {

        String named() {
            return attempt == null ? "" : attempt.replaceFirst("\\..*", "");
        }

        String step() {
            return exchange != null ? "" : code != null ? "?step=gift" : card != null ? "?step=card" : "?step=cash";
        }
    }

    /** A part in a form that can be taken, or what is wrong with what was typed. */
    private record Read(
            @Nullable Money amount, @Nullable CardToken card, @Nullable Return kept, @Nullable String problem) {
        static Read wrong(String problem) {
            return new Read(null, null, null, problem);
        }
    }

    @PostMapping("/till/parts")
    String take(
            @ModelAttribute Part part, Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        synchronized (WebUtils.getSessionMutex(session)) {
            var done = Done.of(session, part.named());
            if (done.isPresent()) {
                return TILL + "/receipts/" + done.get().receipt();
            }
            var store = stores.at(caller);
            var open = sales.current(session, store).orElse(null);
            var due = open == null ? Optional.<Money>empty() : baskets.due(open, store);
            if (open == null || due.isEmpty()) {
                return TILL;
            }
            if (!baskets.moment(open, due.get()).equals(part.attempt())) {
                var tab = open.sale().tab();
                boolean over = tab != null && splitting.over(tab) != null;
                flash.addFlashAttribute("problem", frame.t(over ? "till.parts.over" : "till.moved"));
                return TILL;
            }
            if (!open.lines(Way.SEND).isEmpty() && open.sale().to() == null) {
                return TILL + "?step=home";
            }
            var read = part.exchange() == null ? read(part, due.get().currency(), frame) : kept(due.get(), session, frame);
            if (read.problem() != null) {
                flash.addFlashAttribute("problem", read.problem());
                flash.addFlashAttribute("typed", Objects.requireNonNullElse(part.code(), part.given()));
                return TILL + part.step();
            }
            return take(part, read, open, caller, frame, session, flash);
        }
    }

    /** Everything back: to the cards by itself, in coins by the associate, who is told how much. */
    @PostMapping("/till/parts/back")
    String giveUp(Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        synchronized (WebUtils.getSessionMutex(session)) {
            sales.current(session, stores.at(caller)).ifPresent(open -> {
                var tab = open.sale().tab();
                if (tab != null) {
                    var cash = splitting.giveUp(open, tab, caller.touchpoint());
                    sales.keep(session, open.sale().anew());
                    flash.addFlashAttribute(
                            "problem",
                            cash.isZero() ? frame.t("till.parts.back.done") : frame.t("till.parts.back.cash", cash));
                }
            });
            return TILL;
        }
    }

    private Read read(Part part, Currency currency, PageFrame frame) {
        if (part.code() != null) {
            return giftCard(part.code().strip(), currency, frame);
        }
        var typed = Objects.requireNonNullElse(part.card() == null ? part.given() : part.amount(), "").strip();
        var amount = Cash.read(typed, currency).filter(money -> money.minor() > 0);
        var card = part.card();
        if (card != null && (!frame.demo() || PayPage.CARDS.stream().noneMatch(one -> one.token().equals(card)))) {
            return Read.wrong(frame.t("till.card.none"));
        }
        return amount.isEmpty() && !(card != null && typed.isEmpty())
                ? Read.wrong(typed.isEmpty() ? frame.t("till.part.empty") : frame.t("till.cash.unread", typed))
                : new Read(amount.orElse(null), card == null ? null : new CardToken(card), null, null);
    }

    private Read kept(Money due, HttpSession session, PageFrame frame) {
        return exchanging
                .inHand(session)
                .filter(document -> document.left().currency().equals(due.currency()))
                .map(document -> new Read(null, null, document, null))
                .orElseGet(() -> Read.wrong(frame.t("till.exchange.nothing")));
    }

    /** Looked at before the sale begins: a slip of the finger shall not fix the basket. */
    private Read giftCard(String code, Currency currency, PageFrame frame) {
        if (code.isEmpty() || code.length() > 60 || !code.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return Read.wrong(frame.t("till.giftcard.unread"));
        }
        var card = new CardToken(code);
        return splitting.room(card, currency).isZero() ? Read.wrong(frame.t("till.giftcard.none")) : new Read(null, card, null, null);
    }

    private String take(
            Part part,
            Read read,
            Open open,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var tab = open.sale().tab();
        if (tab == null) {
            var begun = splitting.begin(open, buyers.contact(open.sale()), caller.touchpoint());
            if (!(begun instanceof SaleOutcome.Sold sold)) {
                sales.keep(session, begun instanceof SaleOutcome.Unsure ? open.sale().late() : open.sale().anew());
                flash.addFlashAttribute("problem", baskets.refusal(begun, stores.at(caller), frame.texts()));
                return TILL;
            }
            tab = new Tab(sold.orders(), null);
        }
        var taken = taken(part, read, tab, open.cart().currency(), caller);
        var given = read.card() == null && read.kept() == null && taken.refusal() == null ? read.amount() : null;
        var now = given == null ? tab : tab.with(given);
        sales.keep(session, open.sale().tab(now));
        if (taken.refusal() != null) {
            flash.addFlashAttribute("problem", refusal(taken.refusal(), frame));
            return TILL + part.step();
        }
        return taken.due().isZero() ? finish(open, now, caller, session) : TILL;
    }

    private Taken taken(Part part, Read read, Tab tab, Currency currency, Caller caller) {
        var card = read.card();
        if (read.kept() != null) {
            return splitting.exchange(tab, read.kept(), caller.touchpoint());
        }
        if (card == null) {
            return splitting.cash(tab, Objects.requireNonNull(read.amount()), caller.touchpoint());
        }
        var amount = Objects.requireNonNullElseGet(read.amount(), () -> splitting.due(tab, currency));
        return part.code() != null
                ? splitting.giftCard(tab, card, currency, caller.touchpoint())
                : splitting.card(tab, card, amount, caller.touchpoint());
    }

    private String finish(Open open, Tab tab, Caller caller, HttpSession session) {
        var receipt = Receipts.code(tab.orders());
        Done.keep(session, new Done(open.sale().attempt(), receipt, tab.given()));
        sales.finish(session, open, tab.orders(), caller.touchpoint());
        exchanging.finish(session, tab.orders(), caller.touchpoint());
        return TILL + "/receipts/" + receipt;
    }

    private static String refusal(PayOutcome outcome, PageFrame frame) {
        return switch (outcome) {
            case PayOutcome.Declined declined -> frame.t("till.parts.declined");
            case PayOutcome.Undecided undecided -> frame.t("till.parts.undecided");
            case PayOutcome.Redirect redirect -> frame.t("till.parts.undecided");
            case PayOutcome.TooMuch tooMuch -> frame.t("till.parts.too-much", tooMuch.due());
            case PayOutcome.NotPayable over -> frame.t("till.parts.over");
            case PayOutcome.NoSuchOrder gone -> frame.t("till.parts.over");
            case PayOutcome.Paid paid -> throw new IllegalArgumentException("Paid is no refusal");
            case PayOutcome.PartlyPaid partly -> throw new IllegalArgumentException("Paid in part is no refusal");
        };
    }
}
