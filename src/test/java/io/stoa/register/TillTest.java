package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.SlowWrites;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Availability;
import io.stoa.orders.Carts;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.Contact;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoTest
class TillTest {

    private static final String HOME = "name=Ann&line1=1+Main+Street&city=Marlborough&postcode=01752&region=MA&country=US";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Staff staff;

    @Autowired
    private Orders orders;

    @Autowired
    private Carts carts;

    @Autowired
    private Customers customers;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    @Test
    void aScannedArticleIsSoldForCashAndTheChangeIsSaid() throws Exception {
        var store = retailer.store("cash");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 3);
        var associate = Associate.at(store, staff, port);

        associate.scan(mug);
        var basket = associate.scan(mug);
        assertThat(Associate.amount("total", basket)).isEqualTo("$22.00");

        var receipt = associate.payCash("25");
        assertThat(receipt).contains("Sold", "Tax 10%", "$2.00", "class=\"barcode\"");
        assertThat(Associate.amount("change", receipt)).isEqualTo("$3.00");
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(1);
        assertThat(associate.look("/till")).contains("Scan the first article");
    }

    @Test
    void tooLittleCashSellsNothingAndSaysHowMuchIsMissing() throws Exception {
        var store = retailer.store("little");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);

        assertThat(associate.payCash("10")).contains("$1.00 is still to be paid");
        assertThat(associate.payCash("4006381333931")).contains("is no amount");
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(1);
        assertThat(associate.payCash("")).contains("Sold");
    }

    @Test
    void aPartThatIsPressedTwiceIsTakenOnce() throws Exception {
        var store = retailer.store("part-twice");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var form = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=4";

        assertThat(associate.send("/till/parts", form)).contains("$7.00");
        assertThat(associate.send("/till/parts", form)).contains("$7.00");
        var rest = "attempt=" + Associate.encoded(associate.attempt("card")) + "&card=tok_approve";
        assertThat(associate.send("/till/parts", rest)).contains("Sold", "<td>Cash</td><td>$4.00</td>", "<td>Card</td><td>$7.00</td>");
    }

    /** Nobody came back for the rest: the goods are free, and the associate is told what to hand back. */
    @Test
    void aSaleWhoseTimeIsOverBetweenTwoPartsIsCalledOff() throws Exception {
        var store = retailer.store("part-late");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var part = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=4";
        assertThat(associate.send("/till/parts", part)).contains("$7.00");

        database.sql("UPDATE inventory.hold SET expires_at = now() - interval '1 second' WHERE location = :store")
                .param("store", store.value())
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> retailer.row(mug, store).available() == 1);
        var rest = "attempt=" + Associate.encoded(associate.attempt("card")) + "&card=tok_approve";
        assertThat(associate.send("/till/parts", rest)).contains("The time of this sale was over").doesNotContain("Sold");
        assertThat(associate.send("/till/parts/back", "")).contains("Hand back $4.00 in cash");
        assertThat(associate.payCash("")).contains("Sold");
    }

    @Test
    void aReceiptIsMailedOncePerPressAndNotWithoutEnd() throws Exception {
        var store = retailer.store("mails");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 3);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var page = associate.payCash("");
        var path = find("action=\"(/till/receipts/[0-9-]+/mail)\"", page);
        var once = "again=true&email=twice@example.com&press=" + find("name=\"press\" value=\"([^\"]+)\"", page);

        assertThat(associate.send(path, once)).contains("On its way to twice@example.com", "Copy");
        assertThat(associate.send(path, once)).contains("On its way to twice@example.com");
        assertThat(mailed("twice@example.com")).isEqualTo(1);
        for (int press = 2; press <= 4; press++) {
            assertThat(associate.send(path, "email=twice@example.com")).contains("On its way");
        }
        assertThat(associate.send(path, "email=twice@example.com")).contains("sent often enough");
        assertThat(associate.send(path, "email=two@example.com,three@example.com")).contains("Write the whole address");
        assertThat(mailed("twice@example.com")).isEqualTo(4);
    }

    private static String find(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private int mailed(String address) {
        return database.sql("SELECT count(*) FROM mail.message WHERE recipient = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    @Test
    void aDoubleClickSellsOnce() throws Exception {
        var store = retailer.store("double");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 10);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var form = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=";

        Callable<String> press = () ->
                associate.post("/till/sale", form).headers().firstValue("Location").orElse("");
        try (var fingers = Executors.newFixedThreadPool(4)) {
            var receipts = fingers.invokeAll(List.of(press, press, press, press)).stream()
                    .map(future -> future.resultNow())
                    .distinct()
                    .toList();
            assertThat(receipts).hasSize(1).first().asString().contains("/till/receipts/");
        }
        assertThat(press.call()).contains("/till/receipts/");
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(9);
    }

    @Test
    void aDeclinedCardSellsNothingAndAnotherMayBeTried() throws Exception {
        var store = retailer.store("card");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);

        assertThat(associate.payCard("tok_decline")).contains("The card was declined. Nothing was sold.");
        assertThat(retailer.row(mug, store).available()).isEqualTo(1);
        assertThat(associate.payCard("tok_approve")).contains("Sold").contains("<td>Card</td><td>$11.00</td>");
        assertThat(retailer.row(mug, store).onHand()).isZero();
    }

    @Test
    void aSaleWhoseAnswerCameLateIsFoundByPressingOnceMore() throws Exception {
        var store = retailer.store("late");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        var attempt = associate.attempt("cash");

        try (var slow = SlowWrites.begin(database, "TAKE_AWAY")) {
            assertThat(associate.payCash("")).contains("not known yet whether this one went through", "mug");
            assertThat(associate.attempt("cash")).isEqualTo(attempt);
            slow.finish(1);
            var receipt = associate.payCash("");
            assertThat(receipt).contains("Sold");
            assertThat(slow.written()).isEqualTo(1);
            assertThat(orders.find(new OrderId(Long.parseLong(numbers(receipt).getFirst()))).orElseThrow().state())
                    .isEqualTo(OrderState.FULFILLED);
        }
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(4);
        assertThat(associate.look("/till")).contains("Scan the first article");
    }

    /** The card was not asked for its money: whoever ordered had given up before. */
    @Test
    void aSaleByCardWhoseAnswerCameLateIsPaidByPressingOnceMore() throws Exception {
        var store = retailer.store("late-card");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);

        try (var slow = SlowWrites.begin(database, "TAKE_AWAY")) {
            assertThat(associate.payCard("tok_approve")).contains("not known yet whether this one went through");
            slow.finish(1);
            halfAMinutePasses();
            var receipt = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> associate.payCard("tok_approve"), page -> !page.contains("not known yet"));
            assertThat(receipt).contains("Sold").contains("<td>Card</td><td>$11.00</td>");
            assertThat(slow.written()).isEqualTo(1);
        }
        assertThat(retailer.row(mug, store).onHand()).isZero();
    }

    /** So long the card's provider is given to hear of a payment before it is said that it never arrived. */
    private void halfAMinutePasses() {
        database.sql("""
                UPDATE payments.payment
                   SET attempted_at = attempted_at - interval '30 seconds', next_ask_at = next_ask_at - interval '30 seconds'
                 WHERE state = 'ATTEMPTING'
                """).update();
    }

    /** Nobody knows of the card's money: the order that waits for it is given up, and the cash buys another. */
    @Test
    void cashForASaleThatWaitsForACardIsAnotherSale() throws Exception {
        var store = retailer.store("late-cash");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);

        try (var slow = SlowWrites.begin(database, "TAKE_AWAY")) {
            assertThat(associate.payCard("tok_approve")).contains("not known yet whether this one went through");
            slow.finish(1);
        }
        assertThat(associate.payCash("")).doesNotContain("Sold").contains("mug");
        assertThat(retailer.row(mug, store)).extracting(Availability::onHand, Availability::available).containsExactly(1, 1);
        assertThat(associate.payCash("")).contains("Sold").contains("<td>Cash</td>");
        assertThat(retailer.row(mug, store).onHand()).isZero();
    }

    /** What goes home is sent as before; what is taken along is another number of pieces than the sale that came late. */
    @Test
    void anotherBasketUnderTheAttemptOfALateSaleIsToldAndTheSaleStands() throws Exception {
        var store = retailer.store("mixed-up", 42);
        var near = retailer.store("mixed-up-near", 42.1);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, store, 5);
        retailer.stock(plate, near, 1);
        var customer = customer();
        var associate = Associate.at(store, staff, port);
        sellTo(associate, customer, mug, plate);

        try (var slow = SlowWrites.begin(database, "TAKE_AWAY")) {
            assertThat(associate.payCash("")).contains("not known yet whether this one went through");
            slow.finish(2);
        }
        associate.scan(mug);
        assertThat(associate.payCash("")).contains("was with another basket and stands as order 1");
        assertThat(orders.list(new OrderQuery(null, null, customer, null, 10)).items())
                .extracting(OrderRow::state)
                .containsExactly(OrderState.FULFILLED, OrderState.PLACED);
        assertThat(List.of(retailer.row(mug, store).onHand(), retailer.row(plate, near).allocated())).containsExactly(4, 1);

        associate.send("/till/lines", "sku=" + plate + "&way=SEND&set=0");
        assertThat(associate.payCash("")).contains("Sold");
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(2);
    }

    @Test
    void whatIsSoldOutHereIsShownWithWhoHasItAndHowFar() throws Exception {
        var here = retailer.store("sold-out", 42);
        var near = retailer.store("near", 42.1);
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, near, 3);
        var associate = Associate.at(here, staff, port);

        assertThat(associate.scan(mug)).contains("None left here", near.value() + " has 3, 11\u00a0km away");
        assertThat(associate.look("/till?step=cash")).doesNotContain("name=\"given\"");
        assertThat(associate.look("/till/stock?q=" + mug)).contains("none here", "3 left", "11\u00a0km");
    }

    /** What the shop on the web may sell has no shelf that anything could be sent from. */
    @Test
    void onlyPlacesWithAShelfAreNamedForWhatIsNotHere() throws Exception {
        retailer.sellOnTheWeb();
        var store = retailer.store("shelf");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, LocationId.WEB, 5);
        var page = Associate.at(store, staff, port).scan(mug);

        assertThat(page).contains("None left here").doesNotContain("web has").doesNotContain("home from there");
    }

    @Test
    void whatIsNotHereIsSoldFromElsewhereOnTheSameReceipt() throws Exception {
        var here = retailer.store("mixed", 42);
        var near = retailer.store("mixed-near", 42.1);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, here, 1);
        retailer.stock(plate, near, 1);
        var associate = Associate.at(here, staff, port);
        associate.scan(mug);
        associate.scan(plate);
        associate.send("/till/ways", "sku=" + plate + "&way=SEND&pieces=1");

        assertThat(associate.look("/till?step=cash")).contains("name=\"line1\"");
        associate.send("/till/home", HOME);
        var receipt = associate.payCash("");

        assertThat(Associate.amount("total", receipt)).isEqualTo("$33.00");
        assertThat(receipt).contains("Taken along", "Sent home", "1 Main Street", "Tax 10%");
        assertThat(numbers(receipt)).hasSize(2);
        assertThat(retailer.row(mug, here).onHand()).isZero();
        assertThat(retailer.row(plate, near).allocated()).isEqualTo(1);
    }

    @Test
    void whenTheSecondHalfIsRefusedNothingIsSold() throws Exception {
        var here = retailer.store("half", 42);
        var near = retailer.store("half-near", 42.1);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, here, 1);
        retailer.stock(plate, near, 1);
        var customer = customer();
        var associate = Associate.at(here, staff, port);
        sellTo(associate, customer, mug, plate);
        var attempt = Associate.encoded(associate.attempt("cash"));
        var elsewhere = Associate.at(here, staff, port);
        elsewhere.scan(mug);
        assertThat(elsewhere.payCash("")).contains("Sold");

        assertThat(associate.send("/till/sale", "attempt=" + attempt + "&given=")).contains("sold out", "Nothing was sold or charged");
        assertThat(retailer.row(plate, near).available()).isEqualTo(1);
        assertThat(orders.list(new OrderQuery(null, null, customer, null, 10)).items())
                .extracting(row -> row.state())
                .containsExactly(OrderState.CANCELLED);
    }

    @Test
    void whatWasRemovedComesBack() throws Exception {
        var store = retailer.store("undo");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.send("/till/lines", "sku=" + mug + "&way=TAKE&quantity=4");

        assertThat(associate.send("/till/lines", "sku=" + mug + "&way=TAKE&set=0")).contains("Removed: mug");
        assertThat(Associate.amount("total", associate.send("/till/undo", ""))).isEqualTo("$44.00");
        associate.send("/till/empty", "");
        assertThat(Associate.amount("total", associate.send("/till/undo", ""))).isEqualTo("$44.00");
    }

    @Test
    void aCustomerFoundByCardBringsTheCartOfAnotherDoor() throws Exception {
        var store = retailer.store("customer");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var customer = customer();
        var cart = carts.open(Retailer.WEB, customer, Retailer.USD);
        assertThat(carts.put(cart.id(), mug, 2)).isNotNull();
        var associate = Associate.at(store, staff, port);
        var card = customers.find(customer).orElseThrow().cards().getFirst();

        assertThat(associate.send("/till/customers", "typed=" + card)).contains("Ann Customer");
        assertThat(associate.send("/till/customer", "id=" + customer)).contains("Add 2 pieces from their cart");
        assertThat(Associate.amount("total", associate.send("/till/customer/cart", ""))).isEqualTo("$22.00");
        assertThat(associate.payCash("")).contains("Sold");

        assertThat(carts.ofCustomer(customer).orElseThrow().isEmpty()).isTrue();
        assertThat(orders.list(new OrderQuery(null, null, customer, null, 10)).items()).hasSize(1);
    }

    @Test
    void theTillKnowsWhatItsCustomerBoughtAndWhatWaitsForThemHere() throws Exception {
        var store = retailer.store("known");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var customer = customer();
        var wish = new PlaceOrder(
                "known-" + store, "known", null, List.of(Retailer.line(mug, 2)), new Delivery.Collect(store), Retailer.USD, customer,
                Contact.NONE, Retailer.card("tok_approve"), Retailer.WEB);
        var placed = (PlaceOutcome.Placed) orders.place(wish);
        var task = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(placed.order()), all -> !all.isEmpty())
                .getFirst();
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look("/till/customer/known")).as("nobody is named").contains("Scan the first article");
        associate.send("/till/customer", "id=" + customer);
        assertThat(associate.look("/till/customer/known")).contains("$22.00", "Web shop").doesNotContain("waits here", "till.known");
        for (int step = 0; step < 3; step++) {
            associate.send("/till/pickups/" + task.id() + "/step", "");
        }
        assertThat(associate.look("/till/customer/known")).contains("Order " + placed.order() + " waits here: 2 pieces");
        assertThat(fulfilment.arrived(task.id(), Retailer.WEB)).isInstanceOf(ShipmentOutcome.Done.class);
        assertThat(associate.look("/till/customer/known")).as("at the door").contains("Order " + placed.order() + " waits here");
        associate.scan(mug);
        associate.send("/till/parts", "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=1");
        assertThat(associate.look("/till/customer/known")).as("not paid yet").doesNotContain("$11.00");
        assertThat(associate.send("/till/parts", "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=10"))
                .contains("Sold");
        associate.send("/till/customer", "id=" + customer);
        assertThat(associate.look("/till/customer/known")).contains("$11.00", "<td>" + store);
    }

    @Test
    void whatWasSoldComesBackAndTheMoneyGoesTheWayItCame() throws Exception {
        var store = retailer.store("return");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 3);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.scan(mug);
        var order = numbers(associate.payCash("")).getFirst();

        var page = associate.look("/till/returns?order=0" + order);
        assertThat(page).contains("2 with the customer, worth $22.00");
        var key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
        var form = "order=" + order + "&key=" + key + "&pieces.1=1&reason.1=FAULTY&goods.1=DAMAGE";
        var result = associate.send("/till/returns", form);

        assertThat(result).contains("Taken back", "Give it back in cash", "1 × mug");
        assertThat(Associate.amount("back", result)).isEqualTo("$11.00");
        assertThat(associate.send("/till/returns", form)).contains("Taken back");
        assertThat(retailer.row(mug, store).damaged()).isEqualTo(1);
        assertThat(associate.look("/till/returns?order=" + order)).contains("1 with the customer");
        assertThat(associate.send("/till/returns", "order=" + order + "&key=another&pieces.1=2"))
                .contains("only 1 is with the customer");
    }

    @Test
    void aPickupIsPreparedAndHandedOverInPartAgainstTheCode() throws Exception {
        var store = retailer.store("pickup");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2);
        var placed = (PlaceOutcome.Placed) orders.place(
                Retailer.order(new Delivery.Collect(store), Retailer.card("tok_approve"), Retailer.line(mug, 2)));
        var associate = Associate.at(store, staff, port);
        var task = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(placed.order()), all -> !all.isEmpty())
                .getFirst();
        var at = "/till/pickups/" + task.id();
        for (var step : List.of("Accept", "Start picking", "Ready to collect")) {
            assertThat(associate.look("/till/pickups")).contains(step);
            associate.send(at + "/step", "");
        }

        assertThat(associate.look("/till/pickups")).contains("Waits until");
        assertThat(associate.look("/till/pickups?order=" + placed.order())).contains("Ask for the pickup code");
        assertThat(associate.send(at + "/hand-over", "key=1&code=WRONG1&pieces.1=1")).contains("That is not the code");
        var code = fulfilment.codes(placed.order()).get(task.id());
        assertThat(associate.send(at + "/hand-over", "key=2&pieces.1=1&code=" + code)).contains("1 to hand over");
        assertThat(associate.send(at + "/hand-over", "key=3&pieces.1=1&code=" + code)).contains("Handed over", "num strong\">2<");
        assertThat(retailer.row(mug, store).onHand()).isZero();
    }

    @Test
    void whatAStoreCannotDoIsTakenOverByAnotherWithTheReasonTold() throws Exception {
        var first = retailer.store("first");
        var second = retailer.store("second");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, first, 1);
        var placed = (PlaceOutcome.Placed) orders.place(
                Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(mug, 1)));
        var task = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(placed.order()), all -> !all.isEmpty())
                .getFirst();
        retailer.stock(mug, second, 1);
        var associate = Associate.at(first, staff, port);
        assertThat(associate.look("/till/pickups")).contains("Cannot do it", "value=\"NOT_FOUND\"");
        assertThat(associate.post("/till/pickups/" + task.id() + "/rejection", "reason=NONSENSE").statusCode())
                .isEqualTo(400);
        assertThat(associate.send("/till/pickups/" + task.id() + "/rejection", "reason=NOT_FOUND"))
                .contains("Order " + placed.order() + " is given back", "Nothing to prepare");
        assertThat(retailer.row(mug, first).onHand()).isZero();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(placed.order()), all -> all.stream().anyMatch(one -> one.location().equals(second)));
        assertThat(Associate.at(second, staff, port).look("/till/pickups")).contains("Order " + placed.order());
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatACountHasSetToNothingIsNotHandedOverAndTheTillSaysWhatToDo() throws Exception {
        var store = retailer.store("counted");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2);
        var placed = (PlaceOutcome.Placed) orders.place(
                Retailer.order(new Delivery.Collect(store), Retailer.card("tok_approve"), Retailer.line(mug, 2)));
        var associate = Associate.at(store, staff, port);
        var task = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(placed.order()), all -> !all.isEmpty())
                .getFirst();
        var at = "/till/pickups/" + task.id();
        for (int step = 0; step < 3; step++) {
            associate.send(at + "/step", "");
        }
        var code = fulfilment.codes(placed.order()).get(task.id());
        retailer.count(mug, store, 0);

        assertThat(associate.send(at + "/hand-over", "key=1&pieces.1=2&code=" + code))
                .contains("By the count there is nothing of " + mug + " here", "2 to hand over");
        retailer.count(mug, store, 1);
        assertThat(associate.send(at + "/hand-over", "key=2&pieces.1=2&code=" + code))
                .contains("only 1 of " + mug + " here");
        assertThat(associate.send(at + "/hand-over", "key=3&pieces.1=1&code=" + code)).contains("1 to hand over");
        assertThat(retailer.row(mug, store).onHand()).isZero();
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whoHasNoHomeStoreIsAskedForIt() throws Exception {
        var store = retailer.store("picked");
        var associate = Associate.at(null, staff, port);

        assertThat(associate.look("/till")).contains("Where does this till stand?", store.value());
    }

    private CustomerId customer() {
        return customers.register(
                new NewCustomer(null, "Ann Customer", List.of(), List.of(), List.of("CARD" + ids.next()), List.of(), "en"),
                Touchpoint.SYSTEM);
    }

    /** One is taken along, the other is sent home. */
    private static void sellTo(Associate associate, CustomerId customer, Sku along, Sku home) throws Exception {
        associate.scan(along);
        associate.scan(home);
        associate.send("/till/customer", "id=" + customer);
        associate.send("/till/ways", "sku=" + home + "&way=SEND&pieces=1");
        associate.send("/till/home", HOME);
    }

    private static List<String> numbers(String receipt) {
        return Pattern.compile("<p>Order ([0-9]+)</p>")
                .matcher(receipt)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
