package io.stoa.customers.web;

import io.stoa.access.Admission;
import io.stoa.access.Caller;
import io.stoa.access.Entrance;
import io.stoa.customers.Codes;
import io.stoa.customers.Phones;
import io.stoa.mail.Mail;
import io.stoa.mail.Postbox;
import io.stoa.mail.Recipient;
import io.stoa.page.PageFrame;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in without a password: by a code that is mailed, or by a link to a new one. */
@Controller
class CodePage {

    private static final String CHECK = "/shop/sign-in/code/check";
    private static final String ASK = "access/ask";
    private static final String CODE = "access/code";
    private static final String PASSWORD = "access/password";

    private final Codes codes;
    private final Admission admission;
    private final Mail mail;
    private final Sends sends;
    private final Phones phones;

    CodePage(Codes codes, Admission admission, Mail mail, Sends sends, Phones phones) {
        this.codes = codes;
        this.admission = admission;
        this.mail = mail;
        this.sends = sends;
        this.phones = phones;
    }

    // --- A code

    @GetMapping("/shop/sign-in/code")
    ModelAndView askForCode(@RequestParam(defaultValue = "") String back, HttpServletRequest request) {
        return ask("code", Awaited.email(request).orElse(""), back, false);
    }

    /** The same answer whether the address is known or not. */
    @PostMapping("/shop/sign-in/code")
    ModelAndView sendCode(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        if (!Recipient.isAddress(email)) {
            return ask("code", email, back, true);
        }
        if (sends.tooMany(request)) {
            return tooMany();
        }
        codes.forSigningIn(email);
        return Awaited.at(CHECK, email, back, request);
    }

    @GetMapping(CHECK)
    ModelAndView typeCode(@RequestParam(defaultValue = "") String back, PageFrame frame, HttpServletRequest request) {
        return Awaited.email(request)
                .map(email -> typing("sign-in", email, back, false, frame))
                .orElseGet(() -> ask("code", "", back, false));
    }

    @PostMapping(CHECK)
    @Nullable
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (sends.tooMany(request)) {
            return tooMany();
        }
        var who = codes.signIn(email, code);
        if (who.isEmpty()) {
            return typing("sign-in", email, back, true, frame);
        }
        admission.admit(Entrance.SHOP, Actor.customer(who.get()), request, response);
        return null;
    }

    @GetMapping("/shop/sign-up/code")
    ModelAndView typeCodeOfSignUp(@RequestParam(defaultValue = "") String back, PageFrame frame, HttpServletRequest request) {
        return Awaited.email(request)
                .map(email -> typing("sign-up", email, back, false, frame))
                .orElseGet(() -> new ModelAndView("redirect:" + Entrance.SHOP.with("/shop/sign-up", back)));
    }

    /** Finishes opening an account. */
    @PostMapping("/shop/sign-up/code")
    @Nullable
    ModelAndView signUp(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (sends.tooMany(request)) {
            return tooMany();
        }
        var who = codes.signUp(email, code, caller.touchpoint());
        if (who.isEmpty()) {
            return typing("sign-up", email, back, true, frame);
        }
        admission.admit(Entrance.SHOP, Actor.customer(who.get()), request, response);
        return null;
    }

    // --- A link

    @GetMapping("/shop/password")
    ModelAndView forgotten(HttpServletRequest request) {
        return ask("password", Awaited.email(request).orElse(""), "", false);
    }

    @GetMapping("/shop/password/sent")
    ModelAndView sent(PageFrame frame, HttpServletRequest request) {
        return Awaited.email(request)
                .map(email -> new ModelAndView("access/sent", Map.of("email", email, "waits", waits(frame))))
                .orElseGet(() -> ask("password", "", "", false));
    }

    @PostMapping("/shop/password")
    ModelAndView sendLink(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        if (!Recipient.isAddress(email)) {
            return ask("password", email, "", true);
        }
        if (sends.tooMany(request)) {
            return tooMany();
        }
        codes.forNewPassword(email);
        return Awaited.at("/shop/password/sent", email, null, request);
    }

    @GetMapping("/shop/password/{link}")
    ModelAndView newPassword(@PathVariable String link) {
        return new ModelAndView(PASSWORD, Map.of("link", link, "open", codes.isOpen(link), "wrong", false));
    }

    @PostMapping("/shop/password/{link}")
    @Nullable
    ModelAndView setPassword(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Password chosen;
        try {
            chosen = new Password(password);
        } catch (IllegalArgumentException refused) {
            return unfit(new ModelAndView(PASSWORD, Map.of("link", link, "open", true, "wrong", true)));
        }
        var who = codes.setPassword(link, chosen, caller.touchpoint());
        if (who.isEmpty()) {
            return new ModelAndView(PASSWORD, Map.of("link", link, "open", false, "wrong", false));
        }
        admission.let(Entrance.SHOP, Actor.customer(who.get()), request, response);
        return new ModelAndView("redirect:/shop/account/security?said=changed");
    }

    // --- Pages

    private ModelAndView ask(String what, String email, String back, boolean wrong) {
        var page = new ModelAndView(
                ASK, Map.of("what", what, "email", email, Entrance.BACK, Entrance.SHOP.back(back), "wrong", wrong, "sms", phones.areOffered()));
        return wrong ? unfit(page) : page;
    }

    /** Where the code is typed that was mailed, perhaps. */
    private ModelAndView typing(String what, String email, String back, boolean wrong, PageFrame frame) {
        var model = new HashMap<String, Object>();
        model.put("what", what);
        model.put("email", email);
        model.put(Entrance.BACK, Entrance.SHOP.back(back));
        model.put("wrong", wrong);
        model.put("waits", waits(frame));
        var page = new ModelAndView(CODE, model);
        return wrong ? unfit(page) : page;
    }

    /** In a demo no mail goes out, and the page says where it lies. */
    private boolean waits(PageFrame frame) {
        return frame.demo() && mail.server().kind() == Postbox.State.Kind.NONE;
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    static ModelAndView tooMany() {
        var page = new ModelAndView("access/tooMany");
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
