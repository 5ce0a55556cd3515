package io.stoa.payments.gateway;

import io.stoa.shared.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the gateway of a tender and calls it as the outside world must be called: in no transaction, trusting nothing. */
@Component
public class Gateways {

    private final Map<Tender, Gateway> byTender = new EnumMap<>(Tender.class);

    Gateways(List<Gateway> gateways) {
        for (var gateway : gateways) {
            gateway.tenders().forEach(tender -> add(tender, gateway));
        }
    }

    /**
     * @throws IllegalStateException inside a transaction, which would keep its locks while the provider thinks, and could
     *     still be rolled back after the provider took the money
     */
    public GatewayAnswer call(Tender tender, Function<Gateway, GatewayAnswer> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A payment provider is never called inside a transaction");
        }
        var gateway = byTender.get(tender);
        if (gateway == null) {
            return new GatewayAnswer.Declined("No provider takes " + tender);
        }
        try {
            return call.apply(gateway);
        } catch (RuntimeException failure) {
            // Whatever broke, the provider may have done what it was asked: only asking tells.
            return new GatewayAnswer.Unknown(failure.getClass().getSimpleName());
        }
    }

    /** Tells a provider what needs no answer; that it did not hear does no harm. */
    public void tell(Tender tender, Consumer<Gateway> news) {
        var _ = call(tender, gateway -> {
            news.accept(gateway);
            return new GatewayAnswer.NeverArrived();
        });
    }

    /** Whether anybody here takes it. */
    public boolean takes(Tender tender) {
        return byTender.containsKey(tender);
    }

    /** The most that a card of this tender can pay, where its provider tells before it is asked for money. */
    public Optional<Money> room(Tender tender, CardToken token, Currency currency) {
        var gateway = byTender.get(tender);
        return gateway == null ? Optional.empty() : gateway.room(token, currency);
    }

    public void onNotice(Consumer<String> listener) {
        byTender.values().stream().distinct().forEach(gateway -> gateway.onNotice(listener));
    }

    private void add(Tender tender, Gateway gateway) {
        var other = byTender.put(tender, gateway);
        if (other != null) {
            throw new IllegalStateException(tender + " is taken by " + other.name() + " and by " + gateway.name());
        }
    }
}
