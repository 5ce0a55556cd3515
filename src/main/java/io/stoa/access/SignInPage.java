package io.stoa.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms at the two entrances. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    ModelAndView staff(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String back) {
        return page(Entrance.STAFF, failed != null, left != null, back);
    }

    @GetMapping("/shop/sign-in")
    ModelAndView shop(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String back) {
        return page(Entrance.SHOP, failed != null, left != null, back);
    }

    private static ModelAndView page(Entrance entrance, boolean failed, boolean left, @Nullable String back) {
        return new ModelAndView(
                "access/signIn", Map.of("entrance", entrance, "failed", failed, "left", left, "back", entrance.back(back)));
    }
}
