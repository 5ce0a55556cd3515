package io.stoa.customers.web;

import io.stoa.access.Admission;
import io.stoa.access.Entrance;
import io.stoa.customers.Phones;
import io.stoa.shared.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in by a code that is texted to a number that was confirmed before. */
@Controller
class SmsCodePage {

    private final Phones phones;
    private final Admission admission;
    private final Sends sends;

    SmsCodePage(Phones phones, Admission admission, Sends sends) {
        this.phones = phones;
        this.admission = admission;
        this.sends = sends;
    }

    @GetMapping("/shop/sign-in/sms")
    ModelAndView ask(@RequestParam(defaultValue = "") String back) {
        return page("", back, false, false);
    }

    /** The same answer whether the number is known or not. */
    @PostMapping("/shop/sign-in/sms")
    ModelAndView send(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        if (!Phones.isNumber(phone)) {
            return page(phone, back, false, true);
        }
        if (sends.tooMany(request)) {
            return CodePage.tooMany();
        }
        phones.forSigningIn(phone);
        return page(phone, back, true, false);
    }

    @PostMapping("/shop/sign-in/sms/check")
    @Nullable
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (sends.tooMany(request)) {
            return CodePage.tooMany();
        }
        var who = phones.signIn(phone, code);
        if (who.isEmpty()) {
            return page(phone, back, true, true);
        }
        admission.admit(Entrance.SHOP, Actor.customer(who.get()), request, response);
        return null;
    }

    private ModelAndView page(String phone, String back, boolean sent, boolean wrong) {
        var page = new ModelAndView(
                "access/sms",
                Map.of(
                        "phone", phone,
                        Entrance.BACK, Entrance.SHOP.back(back),
                        "sent", sent,
                        "wrong", wrong,
                        "waits", phones.areShownOnly()));
        if (wrong) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
