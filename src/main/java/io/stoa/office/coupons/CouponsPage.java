package io.stoa.office.coupons;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.Coupon.Standing;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.office.coupons.CouponsShown.State;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Saved;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coupons: the list with a form for a new one, and one to change. */
@Controller
@AllowedTo({Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class CouponsPage {

    private static final String HERE = "/office/coupons";
    private static final int LISTED = 50;

    private final Coupons coupons;
    private final Clock clock;
    private final Currency currency;

    CouponsPage(Coupons coupons, Clock clock, @Value("${stoa.currency:USD}") Currency currency) {
        this.coupons = coupons;
        this.clock = clock;
        this.currency = currency;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(required = false) @Nullable CouponCode after, PageFrame frame) {
        return list(after, CouponForm.fresh(), Map.of(), frame);
    }

    @GetMapping(HERE + ".csv")
    void export(HttpServletResponse response) throws IOException {
        try (var out = Csv.file(
                response, "coupons.csv", "code", "name", "kind", "value", "currency", "minimum", "from", "until", "uses", "used", "once", "active")) {
            for (var page = coupons.list(null, Page.SIZE_MAX); ; ) {
                page.items().forEach(one -> out.write(line(one)));
                if (page.next() == null) {
                    return;
                }
                page = coupons.list(new CouponCode(page.next()), Page.SIZE_MAX);
            }
        }
    }

    /** Values as the API has them: basis points, or amounts in the smallest unit. */
    private static String line(Standing one) {
        var coupon = one.coupon();
        return Csv.line(
                coupon.code(),
                coupon.name(),
                coupon.kind(),
                coupon.value(),
                Objects.requireNonNullElse(coupon.currency(), ""),
                coupon.minimum(),
                Objects.requireNonNullElse(coupon.from(), ""),
                Objects.requireNonNullElse(coupon.until(), ""),
                Objects.requireNonNullElse(coupon.uses(), ""),
                one.used(),
                coupon.once(),
                coupon.active());
    }

    @PostMapping(HERE)
    ModelAndView add(@ModelAttribute CouponForm form, Caller caller, PageFrame frame) {
        var errors = form.errors(currency, 0, frame.texts());
        if (!errors.isEmpty()) {
            return unfit(list(null, form, errors, frame));
        }
        var coupon = form.coupon(currency);
        return switch (coupons.save(coupon, new Expected.Nothing(), caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:" + HERE + "/" + coupon.code() + "?said=saved");
            case Saved.Stale _ -> unfit(list(null, form, Map.of("code", frame.t("coupon.wrong.taken")), frame));
        };
    }

    @GetMapping(HERE + "/{code}")
    ModelAndView show(@PathVariable CouponCode code, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var there = find(code);
        return one(there, CouponForm.of(there), Map.of(), said, frame);
    }

    @PostMapping(HERE + "/{code}")
    ModelAndView change(
            @PathVariable CouponCode code, @ModelAttribute CouponForm form, Caller caller, PageFrame frame) {
        var there = find(code);
        var money = Objects.requireNonNullElse(there.coupon().currency(), currency);
        var errors = form.errors(money, there.used(), frame.texts());
        if (!errors.isEmpty()) {
            return unfit(one(there, form, errors, "", frame));
        }
        return switch (coupons.save(
                form.coupon(money), new Expected.Version(Set.of(Objects.requireNonNullElse(form.version(), 0L))), caller.touchpoint())) {
            case Saved.Done _ -> new ModelAndView("redirect:" + HERE + "/" + code + "?said=saved");
            case Saved.Stale _ -> new ModelAndView("redirect:" + HERE + "/" + code + "?said=stale");
        };
    }

    private ModelAndView list(
            @Nullable CouponCode after, CouponForm form, Map<String, String> errors, PageFrame frame) {
        var found = coupons.list(after, LISTED);
        var shown = new CouponsShown(
                found.items().stream().map(one -> row(one, frame.texts())).toList(),
                after == null ? null : HERE,
                found.next() == null ? null : HERE + "?after=" + found.next());
        return new ModelAndView("office/coupons/list", Map.of("shown", shown, "form", form, "errors", errors));
    }

    private ModelAndView one(
            Standing there, CouponForm form, Map<String, String> errors, String said, PageFrame frame) {
        var model = new HashMap<String, Object>(
                Map.of("coupon", row(there, frame.texts()), "form", form, "errors", errors));
        model.put("said", Set.of("saved", "stale").contains(said) ? said : "");
        model.put(
                "uses",
                coupons.uses(there.coupon().code()).stream()
                        .map(use -> new CouponsShown.Use(
                                use.order().toString(),
                                "/office/orders/" + use.order(),
                                frame.texts().money(use.off()),
                                frame.moment(use.at(), ZoneId.systemDefault())))
                        .toList());
        return new ModelAndView("office/coupons/one", model);
    }

    private CouponsShown.Row row(Standing there, Texts texts) {
        var coupon = there.coupon();
        var used = there.left().isPresent()
                ? texts.get("coupon.left", there.used(), Objects.requireNonNull(coupon.uses()))
                : texts.get("coupon.endless", there.used());
        return new CouponsShown.Row(
                coupon.code().value(), coupon.name(), off(coupon, texts), used, state(there, clock.instant()));
    }

    private static String off(Coupon coupon, Texts texts) {
        if (coupon.kind() != Cut.Kind.PERCENT) {
            return texts.money(new Money(coupon.value(), Objects.requireNonNull(coupon.currency())));
        }
        return texts.share(coupon.value());
    }

    private static State state(Standing there, Instant now) {
        var coupon = there.coupon();
        if (!coupon.active()) {
            return State.STOPPED;
        }
        if (coupon.until() != null && !now.isBefore(coupon.until())) {
            return State.OVER;
        }
        if (there.left().filter(left -> left == 0).isPresent()) {
            return State.USED_UP;
        }
        return coupon.from() != null && now.isBefore(coupon.from()) ? State.WAITS : State.GOOD;
    }

    private Standing find(CouponCode code) {
        return coupons.find(code)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no coupon " + code + ".")));
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
