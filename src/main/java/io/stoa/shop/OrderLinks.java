package io.stoa.shop;

import io.stoa.live.OrdersInHand;
import io.stoa.notices.OrderDoor;
import io.stoa.secrets.Seal;
import io.stoa.shared.OrderId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Where an order's page is: whoever has the address may see it, and nobody can guess it. A browser that showed the page may
 * follow the order live for a day, account or not.
 */
@Component
public class OrderLinks implements OrdersInHand, OrderDoor {

    private static final String KIND = "order";
    private static final String COOKIE = "order-";
    private static final Duration FOLLOWED = Duration.ofDays(1);

    private final Seal seal;

    OrderLinks(Seal seal) {
        this.seal = seal;
    }

    @Override
    public String to(OrderId order) {
        return "/shop/orders/" + order + "/" + seal.of(KIND, order.value());
    }

    /** Whether this is the key in the order's own address. */
    public boolean fits(long order, String key) {
        return seal.fits(KIND, order, key);
    }

    /** Remembers in the browser that it showed the page; told to nobody but the stream of live pages. */
    void hand(HttpServletResponse response, OrderId order) {
        var cookie = ResponseCookie.from(COOKIE + order, seal.of(KIND, order.value()))
                .path("/live")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(FOLLOWED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public boolean holds(HttpServletRequest request, OrderId order) {
        var cookie = WebUtils.getCookie(request, COOKIE + order);
        return cookie != null && fits(order.value(), cookie.getValue());
    }
}
