package io.stoa.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.inventory.Inventory;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.page.Browser;
import io.stoa.register.Associate;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.shared.Money;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Journey 11, its first half. */
@DemoTest
class BoughtOnlineReturnedInAStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Payments payments;

    @Autowired
    private Staff staff;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void openTheWebShop() {
        retailer.sellOnTheWeb();
    }

    @Test
    void oneOfTwoComesBackInAnotherStoreAndItsMoneyGoesBackToTheCard() throws Exception {
        var sender = retailer.store("journey-eleven-sender");
        var other = retailer.store("journey-eleven-other");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, sender, 2);
        try (var browser = Browser.start();
                var phone = Phone.open(browser, port)) {
            var order = phone.buys(mug, 2);
            var atSender = Associate.at(sender, staff, port);
            var atOther = Associate.at(other, staff, port);
            assertThat(atOther.look("/till/returns?order=" + order)).contains("Nothing of it is with the customer");
            sends(atSender, order);

            var page = atOther.look("/till/returns?order=" + order);
            assertThat(page).contains("2 with the customer");
            var key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
            var form = "order=" + order + "&key=" + key + "&pieces.1=1&reason.1=DOES_NOT_FIT&goods.1=RESTOCK";
            var taken = atOther.send("/till/returns", form);

            assertThat(taken).contains("Taken back", "1 × mug");
            assertThat(Associate.amount("back", taken)).isEqualTo("$11.00");
            assertThat(atOther.send("/till/returns", form)).as("the same return again").contains("Taken back");
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(payments.of(order))
                    .extracting(Payment::captured, Payment::refunded)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Money.of(2200, "USD"), Money.of(1100, "USD"))));
            assertThat(retailer.row(mug, other).available()).isEqualTo(1);
            assertThat(retailer.row(mug, sender).onHand()).isZero();
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(phone.looksAgain()).contains("Part of it came back"));
            assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.FULFILLED);
            assertThat(inventory.reconcile().differences()).isEmpty();
        }
    }

    /** Nobody has to say it again: what was said on the phone is a button at the till. */
    @Test
    void whatIsAnnouncedOnThePhoneIsTakenInAtATill() throws Exception {
        var store = retailer.store("announced");
        var cup = retailer.article("cup", 1000);
        retailer.stock(cup, store, 3);
        try (var browser = Browser.start();
                var phone = Phone.open(browser, port)) {
            var order = phone.buys(cup, 3);
            var till = Associate.at(store, staff, port);
            sends(till, order);
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(phone.looksAgain()).contains("Send something back"));

            phone.announces(1, 1, "US$33.00");
            assertThat(phone.looksAgain()).contains("Announced", "1 × cup", "I keep it after all");
            phone.keeps();
            assertThat(phone.looksAgain()).doesNotContain("Announced");
            phone.announces(1, 2, "US$33.00");

            var seen = till.look("/till/returns?order=" + order);
            assertThat(seen).contains("Announced return", "2 × cup", "Does not fit");
            var number = seen.replaceAll("(?s).*Announced return (\\d+).*", "$1");
            var taken = till.send("/till/returns/" + number + "/receipt", "goods.1=DAMAGE");
            assertThat(Associate.amount("back", taken)).isEqualTo("$22.00");
            assertThat(till.send("/till/returns/" + number + "/receipt", "goods.1=DAMAGE")).as("once more").contains("$22.00");

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(phone.looksAgain()).contains("$22.00 back with you"));
            assertThat(retailer.row(cup, store).available()).isZero();
            assertThat(payments.of(order)).extracting(Payment::refunded).containsExactly(Money.of(2200, "USD"));
        }
    }

    /** The store accepts, picks, packs and sends it: each step is the one button that its page offers. */
    private void sends(Associate associate, OrderId order) throws Exception {
        var parcel = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> fulfilment.of(order), all -> !all.isEmpty())
                .getFirst();
        for (var button : List.of("Accept", "Start picking", "Packed", "Given to the carrier")) {
            assertThat(associate.look("/till/pickups")).contains(order.toString(), button);
            associate.send("/till/pickups/" + parcel.id() + "/step", "");
        }
    }
}
