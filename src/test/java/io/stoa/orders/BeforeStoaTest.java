package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.orders.past.PastOrder.Origin;
import io.stoa.orders.past.PastOrder.State;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.CardToken;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnReason;
import io.stoa.returns.Returns;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of the time before Stoa: orders like any other to read, and none of them to change. */
@StoaTest
class BeforeStoaTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Instant THEN = Instant.parse("2010-12-01T08:26:00Z");
    private static final LocationId STORE = new LocationId("leeds");

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    Returns returns;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Test
    void aPastOrderIsFoundWithItsDayNumberPlaceAndMoneyToThePenny() {
        var customer = somebody();
        var number = number();
        orders.recordHistory(
                List.of(past(number, customer, State.COMPLETE, sold(6, 255), sold(2, 339), sold(-2, 255))));

        var row = only(customer);
        assertThat(row.imported()).isEqualTo(new Origin("test", number));
        assertThat(row.placedAt()).isEqualTo(THEN);
        assertThat(row.location()).isEqualTo(STORE);
        assertThat(row.channel()).isEqualTo(Channel.TILL);
        assertThat(row.total()).isEqualTo(pence(6 * 255 + 2 * 339 - 2 * 255));
        assertThat(row.pieces()).isEqualTo(6);

        var whole = orders.find(row.id()).orElseThrow();
        assertThat(whole.imported()).isEqualTo(row.imported());
        assertThat(whole.placedAt()).isEqualTo(THEN);
        assertThat(whole.total()).isEqualTo(row.total());
        assertThat(whole.lines()).extracting(OrderView.Line::quantity).containsExactly(6, 2, -2);
        assertThat(whole.lines())
                .extracting(OrderView.Line::gross)
                .containsExactly(pence(1530), pence(678), pence(-510));
        assertThat(whole.lines()).allMatch(line -> line.open() == 0);
    }

    @Test
    void itIsFoundByTheNumberItHadThenAndByTheOneItHasNow() {
        var customer = somebody();
        var number = number();
        orders.recordHistory(List.of(past(number, customer, State.COMPLETE, sold(6, 255)), past(number(), customer, State.COMPLETE, sold(1, 1))));
        var found = found(" " + number + " ");
        assertThat(found).extracting(OrderRow::imported).containsExactly(new Origin("test", number));
        assertThat(found(found.getFirst().id().toString())).isEqualTo(found);
        assertThat(found(number + "0")).isEmpty();

        var mug = retailer.article("mug", 500);
        retailer.stock(mug, retailer.store("number"), 1);
        var now = (PlaceOutcome.Placed) orders.place(order(new Delivery.Ship(HOME), card("tok_approve"), line(mug, 1)));
        assertThat(found(now.order().toString())).extracting(OrderRow::id).containsExactly(now.order());
        assertThat(found("9".repeat(100))).isEmpty();
    }

    private List<OrderRow> found(String number) {
        return orders.list(new OrderQuery(null, null, null, number, null, 10)).items();
    }

    @Test
    void whatWasCancelledOrRefundedThenSaysSo() {
        var customer = somebody();
        orders.recordHistory(List.of(
                past(number(), customer, State.CANCELLED, sold(3, 100)),
                past(number(), customer, State.REFUNDED, sold(3, 100))));

        var cancelled = list(customer, OrderState.CANCELLED);
        var refunded = list(customer, OrderState.FULFILLED);
        assertThat(cancelled).hasSize(1);
        assertThat(refunded).hasSize(1);
        assertThat(cancelled.getFirst().pieces()).isZero();
        assertThat(view(cancelled).lines().getFirst().cancelled()).isEqualTo(3);
        assertThat(view(refunded).lines().getFirst().returned()).isEqualTo(3);
        assertThat(list(customer, OrderState.PLACED)).isEmpty();
    }

    @Test
    void recordingTwiceChangesNothing() {
        var customer = somebody();
        var history = List.of(
                past(number(), customer, State.COMPLETE, sold(1, 100)),
                past(number(), customer, State.COMPLETE, sold(2, 100)));
        orders.recordHistory(history);
        var first = list(customer, null);
        var lines = pastLines();
        orders.recordHistory(history);

        assertThat(list(customer, null)).isEqualTo(first).hasSize(2);
        assertThat(pastLines()).isEqualTo(lines);
    }

    @Test
    void itTakesNoStockAndAsksForNoMoney() {
        var store = retailer.store("here");
        var mug = retailer.article("mug", 500);
        retailer.stock(mug, store, 3);
        var before = retailer.row(mug, store);
        var events = count("events.log");
        var customer = somebody();
        var lines = List.of(new PastOrder.Line(mug, "mug", 3, pence(500)));
        orders.recordHistory(List.of(new PastOrder(
                new Origin("test", number()), customer, Channel.WEB, store, THEN, GBP, State.COMPLETE, lines)));

        assertThat(retailer.row(mug, store)).isEqualTo(before);
        assertThat(payments.of(only(customer).id())).isEmpty();
        assertThat(count("events.log")).isEqualTo(events);
    }

    @Test
    void nothingOfItCanBeChanged() {
        var customer = somebody();
        orders.recordHistory(List.of(past(number(), customer, State.COMPLETE, sold(1, 100))));
        var id = only(customer).id();
        var wish = new NewReturn("key" + id, id, List.of(new NewReturn.Line(1, Quantity.of(1), ReturnReason.FAULTY)));

        assertThat(orders.cancel(id, "too late", WEB)).isEqualTo(new ChangeOutcome.TooLate(OrderState.FULFILLED));
        assertThat(orders.pay(id, new CardToken("tok_approve"), WEB))
                .isEqualTo(new PayOutcome.NotPayable(OrderState.FULFILLED));
        assertThat(returns.open(wish, WEB)).isEqualTo(new ReturnOutcome.BoughtBefore());
    }

    @Test
    void oneListHasOrdersAndPastOrdersPageByPageNewestFirst() {
        var customer = somebody();
        var store = retailer.store("here");
        var mug = retailer.article("mug", 500);
        retailer.stock(mug, store, 10);
        var expected = new ArrayList<OrderId>();
        for (int i = 0; i < 3; i++) {
            expected.addFirst(placed(mug, customer));
        }
        var meanwhile = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        orders.recordHistory(IntStream.range(0, 7)
                .mapToObj(i -> past(number(), customer, THEN.plusSeconds(i / 2), State.COMPLETE, sold(1, 100)))
                .toList());
        orders.recordHistory(List.of(past(number(), customer, meanwhile, State.COMPLETE, sold(1, 100))));

        for (int size : new int[] {1, 2, 3, 4, 10, 11, 200}) {
            var all = pages(customer, size);
            assertThat(all).extracting(OrderRow::placedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(all).hasSize(11);
            assertThat(new HashSet<>(all)).hasSize(11);
            assertThat(all.getFirst().placedAt()).isEqualTo(meanwhile);
            assertThat(all.subList(1, 4)).extracting(OrderRow::id).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "0", "1--2", "1-0", "x", "1-2-3", "1000000000000000000000", " 1"})
    void noPageEndsLikeThis(String text) {
        assertThatThrownBy(() -> new OrderQuery.Before(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pastOrdersOfTwoSourcesMayHaveTheSameNumber() {
        var customer = somebody();
        var number = number();
        var here = past(number, customer, State.COMPLETE, sold(1, 100));
        var there = new PastOrder(
                new Origin("other", number), customer, Channel.WEB, STORE, THEN, GBP, State.COMPLETE, here.lines());
        orders.recordHistory(List.of(here, there));
        assertThat(list(customer, null)).hasSize(2);
    }

    private List<OrderRow> pages(CustomerId customer, int size) {
        var all = new ArrayList<OrderRow>();
        OrderQuery.Before before = null;
        for (int i = 0; i < 20; i++) {
            var page = orders.list(new OrderQuery(null, null, customer, before, size));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            before = new OrderQuery.Before(page.next());
        }
        throw new AssertionError("The list does not end");
    }

    private OrderId placed(Sku mug, CustomerId customer) {
        var asked = order(new Delivery.Ship(HOME), card("tok_approve"), line(mug, 1));
        var own = new PlaceOrder(
                asked.key(),
                asked.hash(),
                null,
                asked.lines(),
                asked.delivery(),
                asked.currency(),
                customer,
                asked.contact(),
                asked.paying(),
                WEB);
        return ((PlaceOutcome.Placed) orders.place(own)).order();
    }

    private OrderRow only(CustomerId customer) {
        var rows = list(customer, null);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private OrderView view(List<OrderRow> rows) {
        return orders.find(rows.getFirst().id()).orElseThrow();
    }

    private List<OrderRow> list(CustomerId customer, @Nullable OrderState state) {
        return orders.list(new OrderQuery(state, null, customer, null, 50)).items();
    }

    private CustomerId somebody() {
        return new CustomerId(ids.next());
    }

    private String number() {
        return "" + ids.next();
    }

    private long pastLines() {
        return count("orders.past_line");
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static PastOrder past(String number, CustomerId customer, State state, PastOrder.Line... lines) {
        return past(number, customer, THEN, state, lines);
    }

    private static PastOrder past(
            String number, CustomerId customer, Instant at, State state, PastOrder.Line... lines) {
        return new PastOrder(
                new Origin("test", number), customer, Channel.TILL, STORE, at, GBP, state, Arrays.asList(lines));
    }

    private static PastOrder.Line sold(int quantity, long pence) {
        return new PastOrder.Line(new Sku("71053"), "White metal lantern", quantity, pence(pence));
    }

    private static Money pence(long minor) {
        return new Money(minor, GBP);
    }
}
