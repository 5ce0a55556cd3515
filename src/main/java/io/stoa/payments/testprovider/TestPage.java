package io.stoa.payments.testprovider;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a customer does on the page of the test provider, to which a payment of a demo is sent. */
@Component
public class TestPage {

    private final ObjectProvider<CardGateway> provider;

    TestPage(ObjectProvider<CardGateway> provider) {
        this.provider = provider;
    }

    /** Pays what is asked with this key there, or refuses to; the first decision counts, and the news of it travels. */
    public void decide(String key, boolean pays) {
        Optional.ofNullable(provider.getIfAvailable()).ifPresent(gateway -> gateway.decide(key, pays));
    }
}
