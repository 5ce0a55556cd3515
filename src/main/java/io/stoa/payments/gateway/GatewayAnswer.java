package io.stoa.payments.gateway;

import io.stoa.shared.CardNumbers;
import java.net.URI;

/** What a provider said, or that it is not known what it said. */
public sealed interface GatewayAnswer {

    /** Done, under the provider's reference, which is never a card number. */
    record Approved(String reference) implements GatewayAnswer {
        public Approved {
            CardNumbers.refuse(reference, 200);
        }
    }

    /** Refused for good, for a reason in the provider's words. */
    record Declined(String reason) implements GatewayAnswer {
        public Declined {
            CardNumbers.refuse(reason, 200);
        }
    }

    /** The customer has to go to this page first. */
    record Redirect(URI page) implements GatewayAnswer {}

    /** The answer got lost: it may or may not have been done. */
    record Unknown(String cause) implements GatewayAnswer {}

    /** The provider knows nothing of the key, which may still be on its way. */
    record NeverArrived() implements GatewayAnswer {}
}
