package io.stoa.register.receipts;

import io.stoa.page.PageFrame;
import io.stoa.register.Receipts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The receipt on the customer's own phone, in the language of the phone. */
@Controller
class KeptReceiptPage {

    private final Receipts receipts;
    private final ReceiptLinks links;

    KeptReceiptPage(Receipts receipts, ReceiptLinks links) {
        this.receipts = receipts;
        this.links = links;
    }

    /** A wrong key and a receipt that is not there look the same from outside. */
    @GetMapping("/shop/receipts/{code}/{key}")
    ModelAndView show(@PathVariable String code, @PathVariable String key, PageFrame frame, HttpServletResponse response) {
        if (!links.fits(code, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var receipt = receipts.of(code, null, frame.texts())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("X-Robots-Tag", "noindex");
        return new ModelAndView("till/kept", Map.of("receipt", receipt));
    }
}
