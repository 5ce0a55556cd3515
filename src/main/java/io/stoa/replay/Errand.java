package io.stoa.replay;

import io.stoa.locations.Address;
import io.stoa.orders.Delivery;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a past order is bought today: through which door, from which till, how it leaves and how it is paid. A past order is
 * always bought the same way. {@code regrets}: the buyer cancels at once.
 */
record Errand(
        PastOrder past, Channel door, @Nullable LocationId till, Delivery delivery, Paying paying, boolean regrets) {

    private static final int PHONE_PERCENT = 8;
    private static final int COLLECTED_ONE_IN = 3;
    private static final int REGRETTED_ONE_IN = 19;
    private static final int DECLINED_ONE_IN = 23;
    private static final int LOST_ONE_IN = 31;

    /** How the buyer pays. */
    enum Paying {
        CARD("tok_approve"),
        /** The first card is declined, the second is good. */
        SECOND_CARD("tok_decline"),
        /** The answer of the card's bank is lost; the shop has to find out. */
        LOST_ANSWER("tok_timeout"),
        CASH("");

        private final String token;

        Paying(String token) {
            this.token = token;
        }

        String token() {
            return token;
        }
    }

    private static final List<Address> HOMES = List.of(
            home("Jobstown", "NJ", "08041"),
            home("Marlborough", "MA", "01752"),
            home("Boulder", "CO", "80302"),
            home("Austin", "TX", "78701"),
            home("Portland", "OR", "97205"),
            home("Savannah", "GA", "31401"));

    /** {@code stores} are those at which one can collect. */
    static Errand of(PastOrder past, List<LocationId> stores) {
        return past.store() != null ? atTheTill(past, past.store()) : online(past, stores);
    }

    /** The same goods, sent home: what an associate or a buyer does when the place of choice has too few. */
    Errand sentHome() {
        return new Errand(past, door, till, home(past), Paying.CARD, false);
    }

    boolean isSentHome() {
        return delivery instanceof Delivery.Ship;
    }

    private static Errand atTheTill(PastOrder past, LocationId store) {
        var paying = past.number() % 2 == 0 ? Paying.CASH : Paying.CARD;
        return new Errand(past, Channel.TILL, store, new Delivery.TakeAway(store), paying, false);
    }

    private static Errand online(PastOrder past, List<LocationId> stores) {
        boolean collects = !stores.isEmpty() && past.number() % COLLECTED_ONE_IN == 0;
        var delivery = collects
                ? new Delivery.Collect(stores.get((int) (past.customer() % stores.size())))
                : home(past);
        return new Errand(past, door(past), null, delivery, paying(past), past.number() % REGRETTED_ONE_IN == 0);
    }

    private static Channel door(PastOrder past) {
        if (past.number() % 100 < PHONE_PERCENT) {
            return Channel.PHONE;
        }
        return past.customer() % 2 == 0 ? Channel.APP : Channel.WEB;
    }

    private static Paying paying(PastOrder past) {
        if (past.number() % DECLINED_ONE_IN == 0) {
            return Paying.SECOND_CARD;
        }
        return past.number() % LOST_ONE_IN == 0 ? Paying.LOST_ANSWER : Paying.CARD;
    }

    private static Delivery home(PastOrder past) {
        return new Delivery.Ship(HOMES.get((int) (past.customer() % HOMES.size())));
    }

    private static Address home(String city, String region, String postcode) {
        return new Address(null, "General Delivery", null, city, region, postcode, "US");
    }
}
