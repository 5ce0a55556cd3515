package io.stoa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.orders.Delivery;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastOrdersTest {

    private static final List<LocationId> STORES = List.of(new LocationId("leeds"), new LocationId("york"));

    @Test
    void ordersOfAStoreAreSoldAtItsTillAndTheOthersComeThroughThreeDoors() {
        var doors = LongStream.rangeClosed(1, 400)
                .mapToObj(number -> Errand.of(order(number, number % 4 == 0 ? STORES.getFirst() : null), STORES))
                .map(Errand::door)
                .toList();
        assertThat(doors).contains(Channel.WEB, Channel.APP, Channel.PHONE, Channel.TILL);
        assertThat(doors.stream().filter(Channel.TILL::equals)).hasSize(100);
    }

    @Test
    void aTillSellsWhatIsTakenAlongAndSendsHomeWhatItLacks() {
        var errand = Errand.of(order(4, STORES.getLast()), STORES);
        assertThat(errand.delivery()).isEqualTo(new Delivery.TakeAway(STORES.getLast()));
        assertThat(errand.sentHome().isSentHome()).isTrue();
    }

    @Test
    void someOnlineOrdersAreCollected() {
        var errands = LongStream.rangeClosed(1, 30).mapToObj(number -> Errand.of(order(number, null), STORES)).toList();
        assertThat(errands.stream().filter(errand -> errand.delivery() instanceof Delivery.Collect)).hasSize(10);
    }

    private static PastOrder order(long number, @Nullable LocationId store) {
        return new PastOrder(number, number, store, List.of(new PastOrder.Item(new Sku("A"), 1)));
    }
}
