package io.stoa.bench;

import io.stoa.bench.Load.Answer;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/** Buyers who come over HTTP: with an order in one call, or the whole way from an empty cart in four. */
final class HttpBuyers {

    private static final String DELIVERY = "{\"type\":\"COLLECT\",\"store\":\"" + Assortment.PLACE + "\"}";
    private static final String CARD = "{\"tender\":\"CARD\",\"token\":\"tok_approve\"}";

    private final ShopProcess shop;
    private final int skus;
    private final Ledger ledger;

    /** How a buyer gets a pair. */
    private interface Way {
        Wire.Answer order(Wire wire, Pair pair) throws IOException;
    }

    HttpBuyers(ShopProcess shop, int skus, Ledger ledger) {
        this.shop = shop;
        this.skus = skus;
        this.ledger = ledger;
    }

    /** One call: an order that is held and paid later. */
    Load.Market placing(boolean hot) {
        return number -> new OverTheWire(
                () -> Pair.random(skus, hot), (wire, pair) -> wire.order(key(), body(pair)));
    }

    /** Four calls: cart, two lines, order with its delivery and a card that is approved. */
    Load.Market purchasing(boolean hot) {
        return number -> new OverTheWire(() -> Pair.random(skus, hot), HttpBuyers::purchase);
    }

    /** Everybody wants the same scarce article, with another that there is enough of. */
    Load.Market rushing(int scarce) {
        return number -> new OverTheWire(() -> new Pair(0, scarce), (wire, pair) -> wire.order(key(), body(pair)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String body(Pair pair) {
        return "{\"lines\":[{\"sku\":\"" + Assortment.sku(pair.first()) + "\",\"quantity\":1},{\"sku\":\""
                + Assortment.sku(pair.second()) + "\",\"quantity\":1}],\"delivery\":" + DELIVERY
                + ",\"payment\":{\"tender\":\"LATER\"}}";
    }

    private static Wire.Answer purchase(Wire wire, Pair pair) throws IOException {
        var cart = wire.send("POST", "/api/v1/carts", "", "{}");
        if (cart.status() != 201) {
            return cart;
        }
        long id = cart.number("id");
        var path = "/api/v1/carts/" + id;
        for (int sku : new int[] {pair.first(), pair.second()}) {
            var put = wire.send("PUT", path + "/lines/" + Assortment.sku(sku), "", "{\"quantity\":1}");
            if (put.status() != 200) {
                return put;
            }
        }
        return wire.order(key(), "{\"cart\":" + id + ",\"delivery\":" + DELIVERY + ",\"payment\":" + CARD + "}");
    }

    private final class OverTheWire implements Load.Buyer {
        private final Wire wire = new Wire(shop.port(), shop.token());
        private final Supplier<Pair> wish;
        private final Way way;

        OverTheWire(Supplier<Pair> wish, Way way) {
            this.wish = wish;
            this.way = way;
        }

        @Override
        public Answer buy() throws IOException {
            var pair = wish.get();
            var answer = way.order(wire, pair);
            return switch (answer.status()) {
                case 200, 201 -> {
                    ledger.add(pair);
                    yield Answer.PLACED;
                }
                case 503 -> Answer.BUSY;
                case 402, 409 -> Answer.REFUSED;
                default -> throw new IOException(answer.status() + " " + answer.body());
            };
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
