package io.stoa.register.discounts;

import io.stoa.access.Caller;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.locations.Location;
import io.stoa.orders.Carts;
import io.stoa.orders.discounts.Couponing;
import io.stoa.orders.discounts.Discounts;
import io.stoa.page.PageFrame;
import io.stoa.pricing.Quote;
import io.stoa.register.InHand;
import io.stoa.register.InHand.Held;
import io.stoa.register.approval.Approvals;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Sku;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes something off the basket in hand, with a reason; or uses a coupon. Every answer leads back to the till. */
@Controller
@RequestMapping("/till/discounts")
class DiscountPage {

    private static final String TILL = "redirect:/till";
    private static final String FORM = TILL + "?step=discount";

    private final Stores stores;
    private final InHand inHand;
    private final Carts carts;
    private final Coupons coupons;
    private final Allowance allowance;
    private final Approvals approvals;

    DiscountPage(Stores stores, InHand inHand, Carts carts, Coupons coupons, Allowance allowance, Approvals approvals) {
        this.stores = stores;
        this.inHand = inHand;
        this.carts = carts;
        this.coupons = coupons;
        this.allowance = allowance;
        this.approvals = approvals;
    }

    /** Instead of what was given there before. */
    @PostMapping
    String give(
            @ModelAttribute DiscountForm form,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var held = changeable(session, store, frame, flash);
        if (held.isEmpty()) {
            return TILL;
        }
        var wrong = wrong(form, inHand, store, frame);
        if (wrong != null) {
            return again(form, wrong, flash);
        }
        var own = approvals.own(caller).orElse(null);
        if (own == null && isExceeded(form, null, held.get(), session, store)) {
            var approver = approvals.signed(form.manager(), password);
            return approver.isEmpty()
                    ? again(form.toApprove(), refused(form, frame), flash)
                    : give(form, approver.get(), held.get(), store);
        }
        return give(form, own, held.get(), store);
    }

    private String give(DiscountForm form, @Nullable String approver, Held held, Location store) {
        var cut = form.cut(inHand.currency(store), approver).orElseThrow();
        return change(held, discounts -> discounts.give(form.target(), cut));
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam(required = false) @Nullable Sku sku,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        return changeable(session, stores.at(caller), frame, flash)
                .map(held -> change(held, discounts -> discounts.give(sku, null)))
                .orElse(TILL);
    }

    /** One that takes nothing off as the basket stands is not put on it; nobody waits for it at the end. */
    @PostMapping("/coupon")
    String coupon(
            @RequestParam(defaultValue = "") String code,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var held = changeable(session, store, frame, flash);
        if (held.isEmpty()) {
            return TILL;
        }
        var wanted = CouponCode.typed(code).flatMap(coupons::find).map(Coupon.Standing::coupon);
        if (wanted.isEmpty()) {
            flash.addFlashAttribute("problem", frame.t("coupon.unread"));
            return FORM;
        }
        var used = wanted.get().code();
        var nobody = wanted.get().once() && held.get().customer() == null ? Coupon.Refusal.WHO : null;
        var refusal = inHand.reckon(session, store, held.get().discounts().with(used))
                .map(Couponing.Reckoned::refusal)
                .or(() -> Optional.ofNullable(nobody));
        if (refusal.isPresent()) {
            flash.addFlashAttribute("problem", frame.t("coupon.refused." + refusal.get(), used));
            return FORM;
        }
        return change(held.get(), discounts -> discounts.with(used));
    }

    @PostMapping("/coupon/remove")
    String noCoupon(Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        return changeable(session, stores.at(caller), frame, flash)
                .map(held -> change(held, discounts -> discounts.with(null)))
                .orElse(TILL);
    }

    private String change(Held held, UnaryOperator<Discounts> change) {
        var _ = carts.discount(held.cart(), change);
        return TILL;
    }

    /** Once a part of the money is there, the basket is what it is for. */
    private Optional<Held> changeable(HttpSession session, Location store, PageFrame frame, RedirectAttributes flash) {
        var held = inHand.look(session, store);
        held.filter(Held::unsure).ifPresent(one -> flash.addFlashAttribute("problem", frame.t("till.parts.locked")));
        return held.filter(one -> !one.unsure());
    }

    private static @Nullable String wrong(DiscountForm form, InHand inHand, Location store, PageFrame frame) {
        if (!form.hasReason()) {
            return frame.t("till.discount.why");
        }
        if (form.lacksNote()) {
            return frame.t("till.discount.note-missing");
        }
        return form.cut(inHand.currency(store), null).isEmpty() ? frame.t("till.discount.unread") : null;
    }

    private boolean isExceeded(
            DiscountForm form, @Nullable String approver, Held held, HttpSession session, Location store) {
        var cut = form.cut(inHand.currency(store), approver).orElseThrow();
        return inHand.reckon(session, store, held.discounts().give(form.target(), cut))
                .filter(one -> one.quote() instanceof Quote quote && allowance.isExceeded(quote))
                .isPresent();
    }

    private String refused(DiscountForm form, PageFrame frame) {
        return form.manager() == null || form.manager().isBlank()
                ? frame.t("till.discount.exceeded", allowance.percent())
                : frame.t("till.discount.not-approved");
    }

    private static String again(DiscountForm form, String problem, RedirectAttributes flash) {
        flash.addFlashAttribute(form.lacksNote() ? "unnoted" : "problem", problem);
        flash.addFlashAttribute("discount", form);
        return FORM;
    }
}
