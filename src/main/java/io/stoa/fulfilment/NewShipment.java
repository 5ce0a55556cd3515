package io.stoa.fulfilment;

import io.stoa.routing.Part;
import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shipment about to be stored, with the titles of its day. */
record NewShipment(
        ShipmentId id,
        long cause,
        OrderId order,
        @Nullable CustomerId customer,
        Part part,
        ShipmentKind kind,
        Map<Sku, String> titles,
        Instant dueAt) {}
