package io.stoa.page;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when something breaks: the page by itself, and a fault at each door. */
@Controller
@Profile("samples")
class ErrorSamples {

    @GetMapping("/samples/error")
    ModelAndView page() {
        return new ModelAndView("error", Map.of("status", 500, "reference", "E1k2j3h4g5", "home", "/till"));
    }

    @GetMapping({"/shop/samples/broken", "/till/samples/broken", "/office/samples/broken"})
    ModelAndView broken() {
        throw new IllegalStateException("secret");
    }
}
