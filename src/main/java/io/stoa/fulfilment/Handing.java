package io.stoa.fulfilment;

import io.stoa.fulfilment.ShipmentOutcome.Done;
import io.stoa.fulfilment.ShipmentOutcome.Locked;
import io.stoa.fulfilment.ShipmentOutcome.NotNow;
import io.stoa.fulfilment.ShipmentOutcome.TooFew;
import io.stoa.fulfilment.ShipmentOutcome.WrongCode;
import io.stoa.orders.Orders;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands goods over at a counter, against the code or somebody's word, all at once or by parts. */
@Component
class Handing {

    static final int WRONG_TRIES_MAX = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(10);

    private static final Set<ShipmentState> WAITING = Set.of(ShipmentState.READY, ShipmentState.ARRIVED);

    private final Work work;
    private final ShipmentTable shipments;
    private final CodeTable codes;
    private final Orders orders;
    private final Clock clock;

    Handing(Work work, ShipmentTable shipments, CodeTable codes, Orders orders, Clock clock) {
        this.work = work;
        this.shipments = shipments;
        this.codes = codes;
        this.orders = orders;
        this.clock = clock;
    }

    ShipmentOutcome handOver(ShipmentId id, HandOver wish, Touchpoint touchpoint) {
        return work.locked(id, shipment -> {
            var keys = codes.keys(id);
            if (keys.contains(wish.key())) {
                return new Done(shipment);
            }
            if (!WAITING.contains(shipment.state())) {
                return new NotNow(shipment.state());
            }
            return refusal(shipment, wish).orElseGet(() -> handOver(shipment, keys.size() + 1, wish, touchpoint));
        });
    }

    private Optional<ShipmentOutcome> refusal(Shipment shipment, HandOver wish) {
        var asked = tooFew(shipment, wish);
        if (asked != null) {
            return Optional.of(asked);
        }
        return switch (wish.proof()) {
            case Proof.Code(String typed) -> wrong(shipment.id(), typed);
            case Proof.Vouched vouched -> Optional.empty();
        };
    }

    private static @Nullable TooFew tooFew(Shipment shipment, HandOver wish) {
        for (var some : wish.pieces()) {
            int open = shipment.lines().stream()
                    .filter(line -> line.line() == some.line())
                    .mapToInt(Shipment.Line::open)
                    .sum();
            if (open < some.quantity().units()) {
                return new TooFew(some.line(), open);
            }
        }
        return null;
    }

    /** Counts tries that fail, in this transaction, which the refusal commits: guessing at many tills at once gains nothing. */
    private Optional<ShipmentOutcome> wrong(ShipmentId id, String typed) {
        var now = clock.instant();
        var secret = codes.of(id);
        var until = secret.lockedUntil();
        if (until != null && until.isAfter(now)) {
            return Optional.of(new Locked(until));
        }
        if (HandOverCode.matches(secret.code(), typed)) {
            codes.count(id, 0, null);
            return Optional.empty();
        }
        int tries = secret.wrongTries() + 1;
        if (tries < WRONG_TRIES_MAX) {
            codes.count(id, tries, null);
            return Optional.of(new WrongCode(WRONG_TRIES_MAX - tries));
        }
        codes.count(id, 0, now.plus(LOCKED_FOR));
        return Optional.of(new Locked(now.plus(LOCKED_FOR)));
    }

    private ShipmentOutcome handOver(Shipment shipment, int number, HandOver wish, Touchpoint touchpoint) {
        var pieces = pieces(shipment, wish);
        var part = new Part(shipment.location(), pieces);
        var id = "shipment:%s:%d".formatted(shipment.id(), number);
        return Work.agreed(orders.fulfil(id, shipment.order(), part, touchpoint), () -> {
            shipments.handOver(shipment.id(), pieces);
            var collector = wish.proof().collector(shipment.collector());
            codes.insert(shipment.id(), number, wish, collector, touchpoint.actor().toString(), clock.instant());
            work.move(shipment, WAITING, isAll(shipment, pieces) ? ShipmentState.HANDED_OVER : shipment.state());
            return work.handedOver(shipment.id(), pieces, wish.proof().word(), touchpoint);
        });
    }

    private static List<Piece> pieces(Shipment shipment, HandOver wish) {
        return wish.pieces().isEmpty()
                ? shipment.rest().lines()
                : wish.pieces().stream().map(some -> piece(shipment, some)).toList();
    }

    private static Piece piece(Shipment shipment, HandOver.Some some) {
        var line = shipment.lines().stream()
                .filter(one -> one.line() == some.line())
                .findFirst()
                .orElseThrow();
        return new Piece(line.line(), line.sku(), some.quantity());
    }

    private static boolean isAll(Shipment shipment, List<Piece> pieces) {
        int open = shipment.lines().stream().mapToInt(Shipment.Line::open).sum();
        return open == pieces.stream().mapToInt(piece -> piece.quantity().units()).sum();
    }
}
