package io.stoa.shop.scan;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.page.PageFrame;
import io.stoa.page.Photograph;
import io.stoa.shared.Allowance;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** From the code on a shelf or a label to the article's page: its price, and where else it is. */
@Controller
class ScanPages {

    private static final int CODE_MAX = 100;
    /** Of one address in ten minutes: some minutes of a live camera. */
    private static final int FRAMES_MAX = 1_500;

    private final Catalog catalog;
    private final Visits visits;
    private final Allowance frames = new Allowance(FRAMES_MAX, Duration.ofMinutes(10));

    ScanPages(Catalog catalog, Visits visits) {
        this.catalog = catalog;
        this.visits = visits;
    }

    /** As one would type it. */
    @GetMapping("/scan")
    String toScan() {
        return "redirect:/shop/scan";
    }

    /** With a code, its article; what nobody knows is said, and another try is one tap away. */
    @GetMapping("/shop/scan")
    ModelAndView scan(
            @RequestParam(defaultValue = "") String code, PageFrame frame, Caller caller, HttpServletRequest request) {
        var typed = code.strip().substring(0, Math.min(CODE_MAX, code.strip().length()));
        return typed.isEmpty()
                ? page("", null, frame, caller, request)
                : article(typed).orElseGet(() -> page(typed, frame.t("app.scan.unknown", typed), frame, caller, request));
    }

    /** A photograph, for browsers that read no codes themselves. */
    @PostMapping("/shop/scan")
    ModelAndView photograph(
            @RequestParam MultipartFile picture, PageFrame frame, Caller caller, HttpServletRequest request) throws IOException {
        var code = Photograph.read(picture.getBytes());
        return code.isEmpty()
                ? page("", frame.t("app.scan.unread"), frame, caller, request)
                : article(code.get()).orElseGet(() -> page(code.get(), frame.t("app.scan.unknown", code.get()), frame, caller, request));
    }

    /** One picture of the live camera, for browsers that read no codes themselves: what stands in it, or no content. */
    @PostMapping("/shop/scan/frame")
    ResponseEntity<String> frame(@RequestParam MultipartFile picture, HttpServletRequest request) throws IOException {
        if (!frames.take(String.valueOf(request.getRemoteAddr()))) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        return Photograph.glance(picture.getBytes())
                .map(code -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(code))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Optional<ModelAndView> article(String code) {
        return catalog.scan(code)
                .flatMap(sku -> Optional.ofNullable(catalog.items(List.of(sku)).get(sku)))
                .map(item -> new ModelAndView("redirect:/shop/product/" + item.productId() + "?sku=" + item.sku()));
    }

    private ModelAndView page(
            String code, @Nullable String problem, PageFrame frame, Caller caller, HttpServletRequest request) {
        var model = new HashMap<String, Object>(Map.of("visit", visits.of(request, caller, frame.texts()), "code", code));
        if (problem != null) {
            model.put("problem", problem);
        }
        return new ModelAndView("shop/scan", model);
    }
}
