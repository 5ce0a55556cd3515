package io.stoa.page;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every component of the house on one page: what a door may use, and where a change of a token is seen at once. */
@Controller
class DesignPage {

    @GetMapping("/office/design")
    ModelAndView design() {
        var spark = new Spark(List.of(3L, 5L, 4L, 9L, 12L, 8L, 15L, 14L, 18L, 11L, 16L, 21L));
        var goods = List.of(
                "Women’s Dress (Red)",
                "Men’s Coat (Brown)",
                "Girl’s Hoodie (White)",
                "Boy’s Jeans (Blue)",
                "Women’s Shirt (Green)",
                "Boy’s Sweater (Red)",
                "Women’s Jacket (Black)",
                "Boy’s Socks (Grey)",
                "Women’s Skirt (Brown)",
                "Men’s Shorts (Black)",
                "Girl’s Pyjamas (Pink)",
                "Boy’s Trousers (White)",
                "Wärmeisolierende Donaudampfschifffahrts-Kapitänsjacke (Yellow)");
        return new ModelAndView("page/design", Map.of("spark", spark, "goods", goods));
    }
}
