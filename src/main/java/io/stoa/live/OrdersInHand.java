package io.stoa.live;

import io.stoa.shared.OrderId;
import jakarta.servlet.http.HttpServletRequest;

/** Tells which orders a visitor without an account holds, for example by the session in which they were placed. */
public interface OrdersInHand {

    boolean holds(HttpServletRequest request, OrderId order);
}
