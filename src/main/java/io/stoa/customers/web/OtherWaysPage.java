package io.stoa.customers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leads from the sign-in form to the other ways in, and takes along the e-mail address that was typed there. */
@Controller
class OtherWaysPage {

    private static final Map<String, String> WAYS =
            Map.of("code", "/shop/sign-in/code", "password", "/shop/password", "sign-up", "/shop/sign-up");

    @PostMapping("/shop/sign-in/other")
    ModelAndView lead(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        return Awaited.at(WAYS.getOrDefault(to, "/shop/sign-in"), name, back, request);
    }
}
