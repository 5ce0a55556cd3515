package io.stoa.shop.paying;

import io.stoa.access.Caller;
import io.stoa.orders.Orders;
import io.stoa.page.PageFrame;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.payments.testprovider.TestPage;
import io.stoa.shop.OrderLinks;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The way back from a provider's page, and the page of the test provider, which a demo has in place of a real one. */
@Controller
class PayPages {

    private final Payments payments;
    private final Orders orders;
    private final TestPage provider;
    private final OrderLinks links;

    PayPages(Payments payments, Orders orders, TestPage provider, OrderLinks links) {
        this.orders = orders;
        this.payments = payments;
        this.provider = provider;
        this.links = links;
    }

    /** The provider's key of a payment is known to who was sent to its page, and to nobody else. What came of it is asked. */
    @GetMapping("/shop/pay/{key}")
    String back(@PathVariable String key, Caller caller) {
        var payment = payments.askedAgain(key).orElseThrow(PayPages::none);
        if (payment.good()) {
            orders.settle(payment.order(), caller.touchpoint());
        }
        return "redirect:" + links.to(payment.order()) + (payment.state() == PaymentState.DECLINED ? "?declined" : "");
    }

    @GetMapping("/shop/pay/test/{key}")
    ModelAndView provider(@PathVariable String key, PageFrame frame) {
        var payment = atTest(key, frame);
        return new ModelAndView("shop/provider", Map.of("amount", frame.texts().money(payment.amount()), "key", key));
    }

    @PostMapping("/shop/pay/test/{key}")
    String decide(@PathVariable String key, @RequestParam(defaultValue = "false") boolean pays, PageFrame frame) {
        var _ = atTest(key, frame);
        provider.decide(key, pays);
        return "redirect:/shop/pay/" + key;
    }

    private Payment atTest(String key, PageFrame frame) {
        if (!frame.demo()) {
            throw none();
        }
        return payments.withKey(key).orElseThrow(PayPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
