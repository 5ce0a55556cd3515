package io.stoa.shop.showing;

import io.stoa.orders.CartId;
import io.stoa.secrets.Seal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Addresses under which a guest's cart can be carried on in another browser, good for a quarter of an hour. */
@Component
class CartLinks {

    private static final String KIND = "carry-on:";
    private static final Pattern KEY = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,12})\\.([\\w-]{1,40})");
    private static final Duration GOOD = Duration.ofMinutes(15);

    private final Seal seal;
    private final Clock clock;

    CartLinks(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    String to(CartId cart) {
        long until = clock.instant().plus(GOOD).getEpochSecond();
        return "/shop/cart/from/" + cart + "." + until + "." + seal.of(KIND + until, cart.value());
    }

    /** Which cart it leads to; empty when it is too old or not ours. */
    Optional<CartId> cart(String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long cart = Long.parseLong(parts.group(1));
        long until = Long.parseLong(parts.group(2));
        return seal.fits(KIND + until, cart, parts.group(3)) && clock.instant().isBefore(Instant.ofEpochSecond(until))
                ? Optional.of(new CartId(cart))
                : Optional.empty();
    }
}
