package io.stoa.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.register.Associate;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Journey 20. */
@DemoTest
class NotHereButSoldAllTheSameTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Staff staff;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theAssociateSellsItFromAnotherStoresStockDeliveredHomeInOneReceipt() throws Exception {
        var here = retailer.store("journey-twenty", 42);
        var other = retailer.store("journey-twenty-other", 42.2);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, here, 1);
        retailer.stock(plate, other, 1);
        var associate = Associate.at(here, staff, port);

        associate.scan(mug);
        assertThat(associate.scan(plate)).contains("None left here", other + " has 1, 22\u00a0km away");
        associate.send("/till/ways", "sku=" + plate + "&way=SEND&pieces=1");
        associate.send(
                "/till/home",
                "name=A+customer&line1=1+Main+Street&city=Marlborough&region=MA&postcode=01752&country=US");
        var receipt = associate.payCard("tok_approve");

        assertThat(Associate.amount("total", receipt)).isEqualTo("$33.00");
        var sold = orders(receipt);
        assertThat(sold).extracting(OrderView::delivery).containsExactly("SHIP", "TAKE_AWAY");
        assertThat(sold).extracting(OrderView::state).containsExactly(OrderState.PLACED, OrderState.FULFILLED);
        assertThat(sold.getFirst().parts()).extracting(part -> part.location()).containsExactly(other);
        assertThat(retailer.row(mug, here).onHand()).isZero();
        var work = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.work(other, null, 10, null).items(), all -> all.size() == 1)
                .getFirst();
        assertThat(work.order()).isEqualTo(sold.getFirst().id());
        assertThat(work.kind()).isEqualTo(ShipmentKind.SHIP);
    }

    /** Those that the receipt names, in its order. */
    private List<OrderView> orders(String receipt) {
        return Pattern.compile("<p>Order ([0-9]+)</p>")
                .matcher(receipt)
                .results()
                .map(found -> new OrderId(Long.parseLong(found.group(1))))
                .map(id -> orders.find(id).orElseThrow())
                .toList();
    }
}
