package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.giftcards.GiftCards;
import io.stoa.orders.Orders;
import io.stoa.page.Texts;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.Tender;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shop.Basket;
import io.stoa.shop.paying.Paid;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the till says about money that was paid in several ways. */
@DemoTest
class MoneyOnPaperTest {

    private static final String HOME = "name=Ann&line1=1+Main+Street&city=Marlborough&postcode=01752&region=MA&country=US";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Payments payments;

    @Autowired
    private GiftCards cards;

    @Autowired
    private Paid paid;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    /** Once the goods have left, nothing more is held: what was taken stays on the receipt. */
    @Test
    void aReceiptNamesEveryWayOfPayingAlsoWhenTheParcelHasLeft() throws Exception {
        var store = retailer.store("paid-thrice");
        var mug = mug(store);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.send("/till/ways", "sku=" + mug + "&way=SEND&pieces=1");
        associate.send("/till/home", HOME);
        var receipt = paysInParts(associate, mug);
        var all = new String[] {"<td>Gift card</td><td>$3.00</td>", "<td>Cash</td><td>$8.00</td>"};
        assertThat(receipt).contains(all);

        var order = order(receipt);
        orders.fulfil("paper-" + ids.next(), order, new Part(store, List.of(new Piece(1, mug, Quantity.of(1)))), Retailer.WEB);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> gift(order).releaseWanted());
        assertThat(associate.look("/till/receipts/" + order)).contains(all);
        assertThat(paid.of(order, Texts.in(Locale.US)))
                .as("what the buyer's page of the order says")
                .contains(new Basket.Sum("Paid by gift card", "$3.00"));
    }

    /** A drawer must not give back in cash what goes back to a card. */
    @Test
    void whatComesBackIsHandedOverInCashOnlyAsFarAsItWasPaidInCash() throws Exception {
        var store = retailer.store("back-in-parts");
        var mug = mug(store);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var order = order(paysInParts(associate, mug));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !gift(order).captured().isZero());

        var back = associate.send("/till/returns", "order=" + order + "&key=paper-" + ids.next() + "&pieces.1=1&reason.1=FAULTY&goods.1=RESTOCK");

        assertThat(back).contains("Give $8.00 back in cash. The rest goes back by itself").doesNotContain("Give it back in cash");
        assertThat(Associate.amount("back", back)).isEqualTo("$11.00");
    }

    @Test
    void whatIsTakenOffAllOfASaleStandsOnceOnItsReceipt() throws Exception {
        var store = retailer.store("off-once");
        var sent = mug(store);
        var taken = mug(store);
        var associate = Associate.at(store, staff, port);
        associate.scan(sent);
        associate.scan(taken);
        associate.send("/till/ways", "sku=" + sent + "&way=SEND&pieces=1");
        associate.send("/till/home", HOME);
        associate.send("/till/discounts", "sku=&value=10%25&reason=DAMAGED&note=");

        assertThat(associate.payCash("")).contains("−$2.00").containsOnlyOnce("<td>Damaged, 10%");
    }

    @Test
    void everyWayOfPayingHasItsWordsInTheOffice() {
        for (var tender : Tender.values()) {
            assertThat(Texts.in(Locale.UK).get("office.tender." + tender)).doesNotContain("tender");
        }
    }

    private Sku mug(LocationId store) {
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        return mug;
    }

    /** A gift card with 3.00 on it, and cash for the other 8.00. */
    private String paysInParts(Associate associate, Sku mug) throws Exception {
        var code = cards.issue("paper-" + mug, Money.of(300, "USD"), Retailer.WEB).code().orElseThrow();
        associate.send("/till/parts", "attempt=" + Associate.encoded(associate.attempt("gift")) + "&code=" + code.value());
        return associate.send("/till/parts", "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=8");
    }

    private static OrderId order(String receipt) {
        var number = Pattern.compile("/till/receipts/([0-9]+)/gift").matcher(receipt);
        assertThat(number.find()).as(receipt).isTrue();
        return new OrderId(Long.parseLong(number.group(1)));
    }

    private Payment gift(OrderId order) {
        return payments.of(order).stream().filter(payment -> payment.tender() == Tender.GIFT_CARD).findFirst().orElseThrow();
    }
}
