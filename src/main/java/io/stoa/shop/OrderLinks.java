package io.stoa.shop;

import io.stoa.shared.OrderId;
import org.springframework.stereotype.Component;

/** Where an order's page is: whoever has the address may see it, and nobody can guess it. */
@Component
class OrderLinks {

    private static final String KIND = "order";

    private final Seal seal;

    OrderLinks(Seal seal) {
        this.seal = seal;
    }

    String to(OrderId order) {
        return "/shop/orders/" + order + "/" + seal.of(KIND, order.value());
    }

    boolean fits(long order, String key) {
        return seal.fits(KIND, order, key);
    }
}
