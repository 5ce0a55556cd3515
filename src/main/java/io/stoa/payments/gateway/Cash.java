package io.stoa.payments.gateway;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Coins and notes: the till is the provider, and what it says is done is done. */
@Component
class Cash implements Gateway {

    private static final GatewayAnswer IN_THE_DRAWER = new GatewayAnswer.Approved("cash");

    @Override
    public String name() {
        return "cash";
    }

    @Override
    public Set<Tender> tenders() {
        return Set.of(Tender.CASH);
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        return IN_THE_DRAWER;
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return IN_THE_DRAWER;
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return IN_THE_DRAWER;
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return IN_THE_DRAWER;
    }

    @Override
    public GatewayAnswer ask(String key) {
        return IN_THE_DRAWER;
    }
}
