package io.stoa.returns;

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

/**
 * The way of payments to what goods were worth that came back. What is taken instead is paid with it like with any other tender;
 * when that comes back too, its money goes on to what the first goods were paid with.
 */
@Component
class ExchangeGateway implements Gateway {

    private static final String REFERENCE = "exchange_";
    private static final String TOKEN = "return_";

    private final ExchangeTable books;
    private final Clock clock;

    ExchangeGateway(ExchangeTable books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** By what payments know a return; no number of a card in it. */
    static CardToken token(ReturnId id) {
        return new CardToken(TOKEN + Long.toString(id.value(), Character.MAX_RADIX));
    }

    @Override
    public String name() {
        return "exchanges";
    }

    @Override
    public Set<Tender> tenders() {
        return Set.of(Tender.EXCHANGE);
    }

    @Override
    public Optional<Money> room(CardToken token, Currency currency) {
        return Optional.of(id(token).map(one -> books.room(one, currency)).orElse(Money.zero(currency)));
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        var token = request.token();
        var id = token == null ? Optional.<ReturnId>empty() : id(token);
        return held(
                request.key(),
                Once.decide(() -> books.hold(request, id, clock.instant()), () -> books.granted(request.key())));
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return movement(request, () -> books.capture(request, clock.instant()));
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return movement(request, () -> books.release(request, clock.instant()));
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return movement(request, () -> books.refund(request, clock.instant()));
    }

    @Override
    public GatewayAnswer ask(String key) {
        return books.granted(key)
                .map(granted -> held(key, granted))
                .or(() -> books.moved(key).map(done -> moved(key, done)))
                .orElse(new NeverArrived());
    }

    /** What a hold is known by here, from what payments know it by. */
    static String key(String reference) {
        return reference.substring(REFERENCE.length());
    }

    private static Optional<ReturnId> id(CardToken token) {
        return token.value().matches(TOKEN + "[0-9a-z]{1,12}")
                ? Optional.of(new ReturnId(Long.parseLong(token.value().substring(TOKEN.length()), Character.MAX_RADIX)))
                : Optional.empty();
    }

    private GatewayAnswer movement(MovementRequest request, BooleanSupplier move) {
        return moved(request.key(), Once.decide(move, () -> books.moved(request.key())));
    }

    private static GatewayAnswer held(String key, boolean granted) {
        return granted ? new Approved(REFERENCE + key) : new Declined("Not enough is kept for an exchange");
    }

    private static GatewayAnswer moved(String key, boolean done) {
        return done ? new Approved(REFERENCE + key) : new Declined("More than there is");
    }
}
