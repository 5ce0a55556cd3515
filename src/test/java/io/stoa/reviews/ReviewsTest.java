package io.stoa.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductId;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has it may say how it is, once for each order; what is hidden counts for nobody outside. */
@StoaTest
class ReviewsTest {

    private static final int WRITERS = 8;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Catalog catalog;

    @Autowired
    private EventLog log;

    @Test
    void onlyWhoWasHandedTheArticleMaySaySomethingAboutIt() {
        var mug = stocked("mug");
        var hat = stocked("hat");
        var ordered = buys(mug, new Delivery.Ship(Retailer.HOME));
        assertThat(write(ordered, mug, 5, "")).as("not here yet").isInstanceOf(ReviewOutcome.NotTheirs.class);
        var taken = buys(mug, new Delivery.TakeAway(retailer.store("leeds")));
        assertThat(write(taken, hat, 5, "")).as("another article").isInstanceOf(ReviewOutcome.NotTheirs.class);
        assertThat(write(new OrderId(Long.MAX_VALUE), mug, 5, "")).as("no such order").isInstanceOf(ReviewOutcome.NotTheirs.class);
        assertThat(reviews.rating(product(mug))).isEqualTo(Rating.NONE);
        assertThat(write(taken, mug, 5, "Keeps warm")).isInstanceOf(ReviewOutcome.Done.class);
        assertThat(reviews.rating(product(mug)).number()).isOne();
    }

    @Test
    void whatIsSaidAgainIsTheSameReviewAndTakenBackItIsGone() {
        var mug = stocked("mug");
        var order = buys(mug, new Delivery.TakeAway(retailer.store("leeds")));
        var first = written(order, mug, 2, "Leaks");
        var second = written(order, mug, 4, "Leaks no more");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(reviews.of(order)).containsExactly(second);
        assertThat(reviews.rating(product(mug)).counts()).isEqualTo(Map.of(4, 1L));
        reviews.takeBack(order, product(mug), Retailer.WEB);
        reviews.takeBack(order, product(mug), Retailer.WEB);
        assertThat(reviews.of(order)).isEmpty();
        assertThat(reviews.rating(product(mug))).isEqualTo(Rating.NONE);
        assertThat(events(mug)).extracting(Event::type)
                .containsExactly(ReviewChanged.WRITTEN, ReviewChanged.WRITTEN, ReviewChanged.TAKEN_BACK);
        assertThat(events(mug)).allSatisfy(event -> assertThat(event.payload()).doesNotContain("Leaks", "Ann"));
    }

    @Test
    void whatIsHiddenCountsForNobodyOutsideAlsoWhenItIsSaidOtherwise() {
        var mug = stocked("mug");
        var store = retailer.store("leeds");
        var bad = buys(mug, new Delivery.TakeAway(store));
        var good = buys(mug, new Delivery.TakeAway(store));
        var rude = written(bad, mug, 1, "Rude");
        var kind = written(good, mug, 4, "Kind");
        assertThat(reviews.rating(product(mug)).mean()).isEqualTo(new BigDecimal("2.5"));
        assertThat(reviews.hide(rude.id(), true, Retailer.WEB).orElseThrow().hidden()).isTrue();
        assertThat(reviews.hide(rude.id(), true, Retailer.WEB)).as("again").isPresent();
        assertThat(written(bad, mug, 1, "Rude once more").hidden()).isTrue();
        assertThat(reviews.rating(product(mug)).mean()).isEqualTo(new BigDecimal("4.0"));
        assertThat(reviews.list(ReviewQuery.shown(product(mug), null, 10)).items()).containsExactly(kind);
        assertThat(list(mug, 1, true)).extracting(Review::id).containsExactly(rude.id());
        assertThat(list(mug, 4, true)).isEmpty();
        assertThat(reviews.hide(rude.id(), false, Retailer.WEB)).isPresent();
        assertThat(reviews.rating(product(mug)).number()).isEqualTo(2);
        assertThat(reviews.hide(new ReviewId(Long.MAX_VALUE), true, Retailer.WEB)).isEmpty();
        assertThat(events(mug)).extracting(Event::type).filteredOn(type -> type.equals(ReviewChanged.HIDDEN)).hasSize(1);
    }

    @Test
    void theListGoesOnWhereThePageBeforeEndedNewestFirst() {
        var mug = stocked("mug");
        var store = retailer.store("leeds");
        var all = new ArrayList<ReviewId>();
        for (int i = 0; i < 5; i++) {
            all.addFirst(written(buys(mug, new Delivery.TakeAway(store)), mug, 1 + i, "").id());
        }
        var first = reviews.list(ReviewQuery.shown(product(mug), null, 3));
        var second = reviews.list(ReviewQuery.shown(product(mug), new ReviewId(Long.parseLong(String.valueOf(first.next()))), 3));
        assertThat(first.items()).extracting(Review::id).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).extracting(Review::id).isEqualTo(all.subList(3, 5));
        assertThat(second.next()).isNull();
        assertThat(reviews.rating(product(mug)).mean()).isEqualTo(new BigDecimal("3.0"));
    }

    @Test
    void ofManyPressesAtOnceOneReviewRemainsAndItsEventsAreCountedWithoutGaps() throws Exception {
        var mug = stocked("mug");
        var order = buys(mug, new Delivery.TakeAway(retailer.store("leeds")));
        var presses = new ArrayList<Future<Review>>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                int stars = 1 + i % 5;
                presses.add(threads.submit(() -> written(order, mug, stars, "")));
            }
        }
        for (var press : presses) {
            assertThat(press.get().order()).isEqualTo(order);
        }
        assertThat(reviews.of(order)).hasSize(1);
        assertThat(reviews.rating(product(mug)).number()).isOne();
        assertThat(events(mug)).extracting(Event::keyVersion)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, WRITERS).boxed().toList());
    }

    @Test
    void starsAreOneToFiveAndWordsHaveAnEnd() {
        assertThatThrownBy(() -> new Opinion(0, "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Opinion(6, "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Opinion(3, "x".repeat(2001), "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Opinion(3, "", "x".repeat(61))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Rating(Map.of(4, 1L, 5, 1L)).mean()).as("halves up").isEqualTo(new BigDecimal("4.5"));
        assertThat(new Rating(Map.of(4, 19L, 5, 1L)).mean()).isEqualTo(new BigDecimal("4.1"));
    }

    private List<Review> list(Sku sku, int stars, boolean hidden) {
        return reviews.list(new ReviewQuery(product(sku), stars, hidden, null, 10)).items();
    }

    private List<Event> events(Sku sku) {
        return log.about(ReviewChanged.topic(product(sku)), 100);
    }

    private Sku stocked(String name) {
        var sku = retailer.article(name, 1000);
        retailer.stock(sku, retailer.store("leeds"), 100);
        return sku;
    }

    private ProductId product(Sku sku) {
        return catalog.bySku(sku).orElseThrow().id();
    }

    private OrderId buys(Sku sku, Delivery delivery) {
        if (delivery instanceof Delivery.TakeAway(var store)) {
            retailer.stock(sku, store, 5);
        }
        return ((Placed) orders.place(Retailer.order(delivery, Retailer.card("tok_approve"), Retailer.line(sku, 1)))).order();
    }

    private ReviewOutcome write(OrderId order, Sku sku, int stars, String words) {
        return reviews.write(order, product(sku), new Opinion(stars, words, "Ann"), "en", Retailer.WEB);
    }

    private Review written(OrderId order, Sku sku, int stars, String words) {
        return ((ReviewOutcome.Done) write(order, sku, stars, words)).review();
    }
}
