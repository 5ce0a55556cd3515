package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.customers.Phones;
import io.stoa.page.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Confirms a telephone number by a code that is texted there; from then on it lets its owner in. */
@Controller
class PhonePage {

    private static final String PAGE = "/shop/account/details/phone";

    private final Own own;
    private final Phones phones;

    PhonePage(Own own, Phones phones) {
        this.own = own;
        this.phones = phones;
    }

    @PostMapping(PAGE)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String phone, PageFrame frame, Caller caller, HttpServletRequest request) {
        return phones.ask(own.of(caller).id(), phone)
                ? page(phone, "", frame, caller, request)
                : Own.unfit(page(phone, frame.t("shop.account.phone.often"), frame, caller, request));
    }

    @PostMapping(PAGE + "/check")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        return phones.confirm(own.of(caller).id(), phone, code, caller.touchpoint())
                ? new ModelAndView("redirect:/shop/account/details?said=saved")
                : Own.unfit(page(phone, frame.t("access.code.wrong"), frame, caller, request));
    }

    private ModelAndView page(String phone, String error, PageFrame frame, Caller caller, HttpServletRequest request) {
        var model = Map.of("phone", phone, "error", error, "waits", phones.areShownOnly());
        return own.page("phone", model, frame, caller, request);
    }
}
