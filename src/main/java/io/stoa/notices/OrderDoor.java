package io.stoa.notices;

import io.stoa.shared.OrderId;

/** Knows where a customer looks at an order, account or not; implemented by the shop. */
public interface OrderDoor {

    /** The path of its page, which nobody can guess. */
    String to(OrderId order);
}
