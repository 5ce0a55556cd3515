package io.stoa.payments.testprovider;

import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.GatewayAnswer.Approved;
import io.stoa.payments.gateway.GatewayAnswer.Declined;
import io.stoa.payments.gateway.GatewayAnswer.NeverArrived;
import io.stoa.payments.gateway.GatewayAnswer.Redirect;
import io.stoa.payments.gateway.GatewayAnswer.Unknown;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.GroupCommit;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The test card provider: idempotent by key as real ones are, and as unreliable as its cards say. */
@Component
@ConditionalOnProperty(name = "stoa.payments.card", havingValue = "test", matchIfMissing = true)
class CardGateway implements Gateway, DisposableBean {

    private static final GatewayAnswer LOST = new Unknown("The answer did not come in time");

    private final ProviderTable books;
    private final Set<Tender> tenders;
    private final GroupCommit<ProviderTable.Charge, ProviderTable.Charge> charges;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    CardGateway(ProviderTable books, @Value("${stoa.stripe.key:}") String otherPages) {
        this.books = books;
        this.tenders = otherPages.isBlank() ? Set.of(Tender.CARD, Tender.HOSTED) : Set.of(Tender.CARD);
        this.charges = new GroupCommit<>("test-provider", 10_000, 256, Duration.ofSeconds(10), books::chargeAll);
    }

    @Override
    public String name() {
        return "test-provider";
    }

    @Override
    public Set<Tender> tenders() {
        return tenders;
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        var token = request.token();
        if (request.tender() == Tender.HOSTED) {
            return answer(charges.submit(ProviderTable.Charge.of(request, "hosted", "AWAITED")));
        }
        return TestCard.of(token == null ? "" : token.value())
                .map(card -> hold(request, card))
                .orElse(new Declined("No such test card"));
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return books.move(request, "CAPTURE");
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return books.move(request, "RELEASE");
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return books.move(request, "REFUND");
    }

    @Override
    public GatewayAnswer ask(String key) {
        return books.charge(key)
                .map(CardGateway::answer)
                .or(() -> books.movement(key))
                .orElse(new NeverArrived());
    }

    @Override
    public void onNotice(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** What the customer does on the hosted page; the news travels as a notice. */
    void decide(String key, boolean pays) {
        books.decide(key, pays ? "APPROVED" : "DECLINED");
        notice(key);
    }

    @Override
    public void destroy() {
        charges.close();
    }

    private GatewayAnswer hold(HoldRequest request, TestCard card) {
        if (card.deed == TestCard.Deed.NOTHING) {
            return LOST;
        }
        var charge = charges.submit(ProviderTable.Charge.of(request, card.name(), card.deed.name()));
        if (card == TestCard.TWICE) {
            Thread.startVirtualThread(() -> notice(request.key()));
            Thread.startVirtualThread(() -> notice(request.key()));
        }
        return card.answerLost ? LOST : answer(charge);
    }

    private void notice(String key) {
        listeners.forEach(listener -> listener.accept(key));
    }

    private static GatewayAnswer answer(ProviderTable.Charge charge) {
        return switch (charge.state()) {
            case "APPROVED" -> new Approved(charge.reference());
            case "DECLINED" -> new Declined("The card was declined");
            default -> new Redirect(URI.create("/shop/pay/test/" + charge.key()));
        };
    }
}
