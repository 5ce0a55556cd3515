package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.views.OrderView;
import io.stoa.pricing.Cut;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the shop takes off is the same at every door that it reaches, whichever way the goods leave. */
@DemoTest
class PromotionsAtTheDoorsTest {

    private static final String HOME = "name=Ann&line1=1+Main+Street&city=Marlborough&postcode=01752&region=MA&country=US";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Orders orders;

    @Autowired
    private Promotions promotions;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void threeForTwoCostsTheSameOnTheWebAndAtTheTill() throws Exception {
        var store = retailer.store("three");
        var mug = retailer.article("mug", 1000);
        var name = "3 for 2 of " + mug;
        promote(name, new Offer.BuyGet(2, 1, 10_000, null), Goods.of(mug), Reach.EVERYWHERE);
        retailer.stock(mug, store, 9);

        var onTheWeb = order(placed(new Delivery.Collect(store), mug, 3));
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.scan(mug);
        assertThat(Associate.amount("total", associate.scan(mug))).isEqualTo("$22.00");
        var receipt = associate.payCash("");

        assertThat(onTheWeb.total()).isEqualTo(new Money(2200, Retailer.USD));
        assertThat(receipt).contains("Offer " + name, "−$10.00", "$22.00");
        assertThat(ordersOn(receipt)).singleElement().satisfies(order -> {
            assertThat(order.total()).isEqualTo(onTheWeb.total());
            assertThat(order.taken()).extracting(one -> one.cut().reason()).containsExactly(Cut.PROMOTION);
        });
        Awaitility.await().until(() -> associate.look("/till/drawer").contains("Offer (1)"));
    }

    /** Two orders, one purchase: neither alone has three pieces. */
    @Test
    void whatGoesHomeAndWhatIsTakenAlongCountTogether() throws Exception {
        var here = retailer.store("parts", 52);
        var near = retailer.store("parts-near", 52.1);
        var cup = retailer.article("cup", 900);
        var bowl = retailer.article("bowl", 1600);
        retailer.stock(cup, here, 5);
        retailer.stock(bowl, near, 5);
        promote("Set " + cup, new Offer.BuyGet(2, 1, 10_000, null), Goods.of(cup, bowl), Reach.EVERYWHERE);
        var associate = Associate.at(here, staff, port);
        associate.scan(cup);
        associate.scan(cup);
        associate.scan(bowl);
        associate.send("/till/ways", "sku=" + bowl + "&way=SEND&pieces=1");
        assertThat(Associate.amount("total", associate.send("/till/home", HOME))).isEqualTo("$27.50");

        var sold = ordersOn(associate.payCash(""));

        assertThat(sold).hasSize(2);
        assertThat(sold.stream().mapToLong(order -> order.total().minor()).sum()).isEqualTo(2750);
    }

    @Test
    void itReachesItsShelfAndItsDoorOnly() throws Exception {
        var store = retailer.store("reach");
        var vase = retailer.article("vase", 5000);
        retailer.stock(vase, store, 9);
        var shelf = "pots-" + ids.next();
        var _ = catalog.publish(
                new NewProduct(
                        vase.value(),
                        Map.of("en", new Text("Vase", "")),
                        shelf + "/Vases",
                        null,
                        "standard",
                        Map.of(),
                        List.of(),
                        List.of(new NewVariant(vase, null, Map.of()))),
                Touchpoint.SYSTEM);
        var atTheTill = new Reach(Set.of(Channel.TILL), Set.of(), null, null);
        var first = promote("Half " + vase, new Offer.Percent(5000), Goods.on(shelf), atTheTill);

        assertThat(order(placed(new Delivery.Collect(store), vase, 1)).total().minor()).isEqualTo(5500);
        var associate = Associate.at(store, staff, port);
        assertThat(Associate.amount("total", associate.scan(vase))).isEqualTo("$27.50");

        var off = new Promotion(
                first.id(), first.name(), first.offer(), first.goods(), first.reach(), null, 0, 10, Combination.STACKING, false);
        var there = promotions.find(first.id()).orElseThrow();
        assertThat(promotions.save(off, new Expected.Version(Set.of(there.version() + 1)), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Stale.class);
        assertThat(promotions.save(off, new Expected.Version(Set.of(there.version())), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Done.class);
        assertThat(Associate.amount("total", associate.look("/till"))).as("switched off").isEqualTo("$55.00");
    }


    private Promotion promote(String name, Offer offer, Goods goods, Reach reach) {
        var promotion = new Promotion(
                new PromotionId("test-" + ids.next()), name, offer, goods, reach, null, 0, 10, Combination.STACKING, true);
        assertThat(promotions.save(promotion, new Expected.Nothing(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        return promotion;
    }

    private OrderId placed(Delivery delivery, Sku sku, int pieces) {
        var paying = new Paying.Later();
        return ((Placed) orders.place(Retailer.order(delivery, paying, Retailer.line(sku, pieces)))).order();
    }

    private OrderView order(OrderId id) {
        return orders.find(id).orElseThrow();
    }

    private List<OrderView> ordersOn(String receipt) {
        return Pattern.compile("<p>Order ([0-9]+)</p>")
                .matcher(receipt)
                .results()
                .map((MatchResult found) -> order(new OrderId(Long.parseLong(found.group(1)))))
                .toList();
    }
}
