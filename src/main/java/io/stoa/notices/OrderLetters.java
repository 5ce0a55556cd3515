package io.stoa.notices;

import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.mail.Block;
import io.stoa.mail.Letter;
import io.stoa.shared.PublicAddress;
import io.stoa.orders.Delivery;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.returns.ReturnChanged;
import io.stoa.routing.Part;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters about an order. What they say of money and goods is what the order says at this moment. */
@Component
class OrderLetters {

    private final Fulfilment fulfilment;
    private final Locations locations;
    private final OrderDoor door;
    private final PublicAddress house;

    OrderLetters(Fulfilment fulfilment, Locations locations, OrderDoor door, PublicAddress house) {
        this.fulfilment = fulfilment;
        this.locations = locations;
        this.door = door;
        this.house = house;
    }

    Letter confirmed(Reader reader) {
        var texts = reader.texts();
        var next = texts.get("notices.next." + reader.order().delivery());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(texts.get("notices.confirmed.text") + " " + next));
        blocks.add(goods(reader));
        blocks.addAll(where(reader.order(), texts));
        blocks.add(button(reader));
        return reader.letter(
                "order-confirmed", reader.number(), texts.get("notices.confirmed", reader.number()), next, blocks);
    }

    /** Of what was carried away. */
    Letter receipt(Reader reader) {
        var texts = reader.texts();
        var text = texts.get("notices.receipt.text");
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(text));
        blocks.add(goods(reader));
        Stream.ofNullable(reader.order().location())
                .flatMap(place -> locations.find(place).stream())
                .forEach(store -> blocks.add(new Block.Facts(texts.get("notices.receipt.store"), lines(store, texts))));
        blocks.add(button(reader));
        return reader.letter("receipt", reader.number(), texts.get("notices.receipt", reader.number()), text, blocks);
    }

    /** Ready to collect, or with the carrier; nothing when it was neither for long. */
    Optional<Letter> underWay(Reader reader, ShipmentChanged changed) {
        return fulfilment
                .find(changed.shipment())
                .flatMap(shipment -> changed.state() == ShipmentState.READY
                        ? ready(reader, shipment)
                        : Optional.of(shipped(reader, shipment)));
    }

    /** What is ready waits only so much longer; nothing when it does not wait any more. */
    Optional<Letter> reminder(Reader reader, ShipmentChanged changed) {
        return fulfilment
                .find(changed.shipment())
                .filter(shipment -> shipment.state() == ShipmentState.READY)
                .flatMap(shipment -> waits(reader, shipment, "reminder"));
    }

    private Optional<Letter> ready(Reader reader, Shipment shipment) {
        return waits(reader, shipment, "ready");
    }

    private Optional<Letter> waits(Reader reader, Shipment shipment, String kind) {
        var code = fulfilment.codes(reader.order().id()).get(shipment.id());
        var store = locations.find(shipment.location());
        if (code == null || store.isEmpty()) {
            return Optional.empty();
        }
        var texts = reader.texts();
        var name = store.get().name();
        var until = shipment.collectBy() == null
                ? texts.get("notices.ready.text", name)
                : texts.get("notices." + kind + ".until", name, moment(shipment.collectBy(), store.get(), texts));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(until));
        blocks.add(new Block.Code(texts.get("notices.ready.code"), Letter.MARK));
        blocks.add(new Block.Facts(texts.get("notices.collect"), lines(store.get(), texts)));
        blocks.add(new Block.Goods(goods(shipment), List.of()));
        blocks.add(button(reader));
        var subject = texts.get("notices." + kind, reader.number(), name);
        return Optional.of(reader.letter("order-" + kind, shipment.id(), subject, until, blocks)
                .keeping(code, null));
    }

    private Letter shipped(Reader reader, Shipment shipment) {
        var texts = reader.texts();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(texts.get("notices.shipped.text")));
        if (shipment.tracking() != null && !shipment.tracking().isBlank()) {
            blocks.add(new Block.Facts(texts.get("notices.shipped.tracking"), List.of(shipment.tracking())));
        }
        blocks.add(new Block.Goods(goods(shipment), List.of()));
        home(reader.order(), texts).ifPresent(blocks::add);
        blocks.add(button(reader));
        return reader.letter(
                "order-shipped",
                shipment.id(),
                texts.get("notices.shipped", reader.number()),
                texts.get("notices.shipped.text"),
                blocks);
    }

    Letter cancelled(Reader reader) {
        var texts = reader.texts();
        var back = texts.get("notices.cancelled.text");
        var blocks = List.of(new Block.Words(back), new Block.Goods(all(reader), List.of()), button(reader));
        return reader.letter(
                "order-cancelled", reader.number(), texts.get("notices.cancelled", reader.number()), back, blocks);
    }

    /** What was taken out; nothing when nothing is named. */
    Optional<Letter> smaller(Reader reader, List<Part> gone, long version) {
        var texts = reader.texts();
        var goods = gone.stream()
                .flatMap(part -> part.lines().stream())
                .flatMap(piece -> reader.order().lines().stream()
                        .filter(line -> line.number() == piece.line())
                        .map(line -> new Block.Good(
                                line.title(), null, pieces(piece.quantity().units(), texts))))
                .toList();
        if (goods.isEmpty()) {
            return Optional.empty();
        }
        var text = texts.get("notices.changed.text");
        var blocks = List.of(new Block.Words(text), new Block.Goods(goods, List.of()), button(reader));
        var key = reader.number() + ":" + version;
        return Optional.of(
                reader.letter("order-changed", key, texts.get("notices.changed", reader.number()), text, blocks));
    }

    Letter refunded(Reader reader, ReturnChanged document) {
        var texts = reader.texts();
        var amount = texts.money(document.refunded());
        var text = texts.get("notices.refunded.text", amount);
        var blocks = List.of(new Block.Words(text), button(reader));
        return reader.letter(
                "order-refunded", document.id(), texts.get("notices.refunded", reader.number(), amount), text, blocks);
    }

    private Block button(Reader reader) {
        return new Block.Button(
                reader.texts().get("notices.order", reader.number()),
                house.of(door.to(reader.order().id())));
    }

    private static Block goods(Reader reader) {
        var texts = reader.texts();
        var order = reader.order();
        var none = Money.zero(order.total().currency());
        var shown = order.lines().stream().map(OrderView.Line::listed).reduce(none, Money::plus);
        boolean included = order.lines().stream().allMatch(OrderView.Line::taxIncluded);
        var sums = new ArrayList<Block.Sum>();
        sums.add(new Block.Sum(texts.get("notices.goods"), texts.money(shown)));
        for (var one : order.taken()) {
            var why = texts.get(
                    "discount." + one.cut().reason(),
                    Objects.requireNonNullElse(one.cut().note(), ""));
            sums.add(new Block.Sum(why, texts.money(one.amount().negated())));
        }
        sums.add(new Block.Sum(texts.get(included ? "notices.tax.inside" : "notices.tax"), texts.money(order.tax())));
        sums.add(new Block.Sum(texts.get("notices.total"), texts.money(order.total())));
        return new Block.Goods(all(reader), sums);
    }

    private static List<Block.Good> all(Reader reader) {
        return reader.order().lines().stream()
                .map(line -> new Block.Good(
                        line.title(), detail(line, reader.texts()), reader.texts().money(line.listed())))
                .toList();
    }

    /** How many, and which way where not all go the same. */
    private static @Nullable String detail(OrderView.Line line, Texts texts) {
        var said = Stream.of(
                        line.quantity() == 1 ? "" : line.quantity() + " × " + texts.money(line.unit()),
                        line.delivery() == null ? "" : texts.get("notices.way." + line.delivery()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    private static List<Block.Good> goods(Shipment shipment) {
        return shipment.lines().stream()
                .filter(line -> line.quantity() > line.cancelled())
                .map(line -> new Block.Good(line.title(), null, (line.quantity() - line.cancelled()) + " ×"))
                .toList();
    }

    /** Where it goes, or both places. */
    private List<Block> where(OrderView order, Texts texts) {
        return Stream.concat(home(order, texts).stream(), store(order, texts).stream()).toList();
    }

    private static Optional<Block> home(OrderView order, Texts texts) {
        return Optional.ofNullable(order.address())
                .map(address -> new Block.Facts(texts.get("notices.ship"), address.lines(texts.locale())));
    }

    private Optional<Block> store(OrderView order, Texts texts) {
        if (!Delivery.isCollected(order.delivery())) {
            return Optional.empty();
        }
        var stores = order.parts().stream()
                .filter(part -> part.leaving() != Leaving.SHIPPED)
                .flatMap(part -> locations.find(part.location()).stream())
                .flatMap(store -> lines(store, texts).stream())
                .toList();
        return stores.isEmpty() ? Optional.empty() : Optional.of(new Block.Facts(texts.get("notices.collect"), stores));
    }

    private static List<String> lines(Location store, Texts texts) {
        var address = store.address();
        return Stream.concat(
                        Stream.of(store.name()), address == null ? Stream.of() : address.lines(texts.locale()).stream())
                .toList();
    }

    private static String moment(Instant moment, Location store, Texts texts) {
        return texts.moment(moment, store.zone());
    }

    private static String pieces(int number, Texts texts) {
        return texts.count("notices.pieces", number);
    }
}
