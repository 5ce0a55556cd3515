package io.stoa.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.stoa.shared.PublicAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The calls to Stripe, through its own Java library, each bounded in time and under a key that Stripe does once within a day.
 * The key of the payment or movement travels as metadata, so that what was done is found again after that day, too.
 */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class StripeCalls {

    /** Where a payment's or movement's own key is kept at Stripe. */
    static final String KEY = "stoa_key";

    private static final int REFUNDS_MAX = 100;
    /** Currencies without a smaller unit, for which Stripe counts in hundredths all the same. */
    private static final Set<String> HUNDREDFOLD = Set.of("ISK", "UGX");

    private final StripeClient stripe;
    private final PublicAddress house;

    StripeCalls(StripeSettings settings, PublicAddress house) {
        this.house = house;
        this.stripe = settings.client();
    }

    /** Makes the page on which an order is paid. */
    Session open(Hold hold, @Nullable String email) throws StripeException {
        var back = house.of("/shop/pay/" + hold.key());
        var wanted = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(hold.key())
                .putMetadata(KEY, hold.key())
                .setSuccessUrl(back)
                .setCancelUrl(back)
                .addLineItem(line(hold))
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                        .putMetadata(KEY, hold.key())
                        .build());
        if (email != null) {
            wanted.setCustomerEmail(email);
        }
        return stripe.v1().checkout().sessions().create(wanted.build(), once(hold.key(), hold.tries()));
    }

    Session session(String id) throws StripeException {
        var whole = SessionRetrieveParams.builder().addExpand("payment_intent").build();
        return stripe.v1().checkout().sessions().retrieve(id, whole);
    }

    void close(String session) throws StripeException {
        var _ = stripe.v1().checkout().sessions().expire(session);
    }

    PaymentIntent intent(String id) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(id);
    }

    PaymentIntent capture(Asked asked, String intent) throws StripeException {
        var wanted = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(atStripe(asked.plan().amount(), asked.hold().currency()))
                .build();
        return stripe.v1().paymentIntents().capture(intent, wanted, once(asked.key(), asked.tries()));
    }

    PaymentIntent cancel(Asked asked, String intent) throws StripeException {
        var wanted = PaymentIntentCancelParams.builder().build();
        return stripe.v1().paymentIntents().cancel(intent, wanted, once(asked.key(), asked.tries()));
    }

    Refund refund(Asked asked, String intent) throws StripeException {
        var wanted = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(atStripe(asked.plan().amount(), asked.hold().currency()))
                .putMetadata(KEY, asked.key())
                .build();
        return stripe.v1().refunds().create(wanted, once(asked.key(), asked.tries()));
    }

    /** The refund that was made for this movement, if one was. */
    Optional<Refund> made(Asked asked, String intent) throws StripeException {
        var wanted = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit((long) REFUNDS_MAX)
                .build();
        for (var refund : stripe.v1().refunds().list(wanted).autoPagingIterable()) {
            if (asked.key().equals(keyOf(refund))) {
                return Optional.of(refund);
            }
        }
        return Optional.empty();
    }

    Dispute dispute(String id) throws StripeException {
        return stripe.v1().disputes().retrieve(id);
    }

    static @Nullable String keyOf(Refund refund) {
        var metadata = refund.getMetadata();
        return metadata == null ? null : metadata.get(KEY);
    }

    /** Into Stripe's smallest unit, which is ours but for two currencies. */
    static long atStripe(long minor, String currency) {
        return HUNDREDFOLD.contains(currency) ? minor * 100 : minor;
    }

    static long here(long atStripe, String currency) {
        return HUNDREDFOLD.contains(currency) ? atStripe / 100 : atStripe;
    }

    private static SessionCreateParams.LineItem line(Hold hold) {
        var price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency(hold.currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(atStripe(hold.amount(), hold.currency()))
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName("Order " + hold.order())
                        .build())
                .build();
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(price)
                .build();
    }

    private static RequestOptions once(String key, int tries) {
        return RequestOptions.builder().setIdempotencyKey(key + "#" + tries).build();
    }
}
