package io.stoa.giftcards;

import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.GatewayAnswer.Approved;
import io.stoa.payments.gateway.GatewayAnswer.Declined;
import io.stoa.payments.gateway.GatewayAnswer.NeverArrived;
import io.stoa.payments.gateway.Once;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The way of payments to gift cards. The code travels as the card's token and is never stored. */
@Component
class GiftCardGateway implements Gateway {

    private static final String REFERENCE = "gift_";

    private final GiftCardTable cards;
    private final HoldTable holds;
    private final Clock clock;

    GiftCardGateway(GiftCardTable cards, HoldTable holds, Clock clock) {
        this.cards = cards;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "gift-cards";
    }

    @Override
    public Set<Tender> tenders() {
        return Set.of(Tender.GIFT_CARD);
    }

    @Override
    public Optional<Money> room(CardToken token, Currency currency) {
        var available = GiftCode.typed(token.value())
                .flatMap(cards::byCode)
                .map(GiftCard::available)
                .filter(money -> money.currency().equals(currency));
        return Optional.of(available.orElse(Money.zero(currency)));
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        var token = request.token();
        var code = token == null ? Optional.<GiftCode>empty() : GiftCode.typed(token.value());
        if (code.isEmpty()) {
            return new Declined("No such gift card");
        }
        return hold(
                request.key(),
                Once.decide(() -> holds.hold(request.key(), code.get(), request.amount(), clock.instant()), () -> holds.granted(request.key())));
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return movement(request, () -> holds.capture(request, clock.instant()));
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return movement(request, () -> holds.release(request, clock.instant()));
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return movement(request, () -> holds.refund(request, clock.instant()));
    }

    @Override
    public GatewayAnswer ask(String key) {
        return holds.granted(key)
                .map(granted -> hold(key, granted))
                .or(() -> holds.moved(key).map(done -> moved(key, done)))
                .orElse(new NeverArrived());
    }

    /** What a hold is known by here, from what payments know it by. */
    static String key(String reference) {
        return reference.substring(REFERENCE.length());
    }

    private GatewayAnswer movement(MovementRequest request, BooleanSupplier move) {
        return moved(request.key(), Once.decide(move, () -> holds.moved(request.key())));
    }

    private static GatewayAnswer hold(String key, boolean granted) {
        return granted ? new Approved(REFERENCE + key) : new Declined("Not enough is left on this gift card");
    }

    private static GatewayAnswer moved(String key, boolean done) {
        return done ? new Approved(REFERENCE + key) : new Declined("More than there is");
    }
}
