package io.stoa.orders.views;

import io.stoa.locations.Address;
import io.stoa.routing.Route;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.List;

/** What was to be sent of an order when it was placed: its address, what all of the order cost, and the goods. */
public record SentOrder(OrderId id, Instant placedAt, Channel channel, Address to, Money worth, List<Route.Line> lines) {}
