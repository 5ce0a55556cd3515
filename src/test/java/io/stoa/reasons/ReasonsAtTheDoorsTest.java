package io.stoa.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.register.Associate;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Whoever asks why gets the same answer at the till, in the office and from the API; customers hear what is open to all. */
@DemoTest
class ReasonsAtTheDoorsTest {

    private static final String PASSWORD = "a-lamp-of-brass";

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
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private LocationId store = LocationId.WEB;
    private Sku mug = new Sku("none");

    @BeforeEach
    void someMugs() {
        retailer.sellOnTheWeb();
        store = retailer.store("why");
        mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2);
    }

    @Test
    void whyThisPriceIsToldAtEveryDoor() throws Exception {
        var three = promote("Three " + mug, new Offer.BuyGet(2, 1, 10_000, null), Reach.EVERYWHERE);
        var soon = promote(
                "Soon " + mug, new Offer.Percent(5000), new Reach(Set.of(), Set.of(), Instant.now().plus(3, ChronoUnit.DAYS), null));
        var tills = promote("Tills " + mug, new Offer.Percent(1000), new Reach(Set.of(Channel.TILL), Set.of(), null, null));

        assertThat(web(mug)).contains("Why this price", "Our price", "“" + three + "”: 3 for 2. Too few pieces for it").doesNotContain(soon, tills);
        var till = Associate.at(store, staff, port).look("/till/stock?q=" + mug);
        assertThat(till)
                .contains("“" + three + "”: 3 for 2. Too few", "“" + soon + "”: from ", "“" + tills + "”: 10% off each piece")
                .contains("−$1.00");
        var office = browser(Role.AGENT);
        assertThat(office.get(asked("WEB", "3")).body())
                .contains("“" + three + "”: 3 for 2</span>", "3 × $10.00", "−$10.00", "“" + tills + "”: only here: Tills", "$20.00");
        var api = new Browser(port).bearing(token());
        assertThat(api.get("/api/v1/reasons/price?sku=" + mug + "&location=" + store + "&channel=TILL&pieces=3").body())
                .contains("\"name\":\"" + soon + "\",\"fate\":\"NOT_YET\"", "\"name\":\"" + tills + "\",\"fate\":\"APPLIES\"")
                .contains("\"fate\":\"APPLIES\"", "\"unpriced\":null");
    }

    @Test
    void whyNothingIsFreeIsToldAtEveryDoor() throws Exception {
        assertThat(web(mug)).contains("Why this day").doesNotContain("Why is it sold out");
        place(mug, 2, Retailer.card("tok_approve"));
        var lamp = retailer.article("lamp", 1000);
        retailer.stock(lamp, store, 1);
        place(lamp, 1, new Paying.Later());

        assertThat(web(mug)).contains("Why is it sold out", "All of them are sold or promised to somebody.");
        assertThat(web(lamp)).contains("Why is it sold out", "The last one is held for somebody who is paying for it.");
        var till = Associate.at(store, staff, port).look("/till/stock?q=" + mug);
        assertThat(till).contains("All 2 on the shelf are spoken for.", "Promised to orders");
        assertThat(browser(Role.AGENT).get(asked("WEB", "1")).body()).contains("All 2 on the shelf are spoken for.", "−2");
        var api = new Browser(port).bearing(token());
        assertThat(api.get("/api/v1/reasons/stock?sku=" + mug + "&location=" + store).body())
                .contains("\"verdict\":\"ALL_TAKEN\"", "\"available\":0", "\"allocated\":2", "\"expected\":null");
    }

    @Test
    void whatCannotBeAskedIsSaid() throws Exception {
        var api = new Browser(port).bearing(token());
        assertThat(api.get("/api/v1/reasons/price?sku=NONE-" + mug + "&location=" + store).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/reasons/price?sku=" + mug + "&location=" + store + "&pieces=0").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/reasons/price?sku=" + mug + "&location=" + store + "&channel=DOOR").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/reasons/stock?sku=" + mug + "&location=nowhere").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/api/v1/reasons/stock?sku=" + mug + "&location=" + store).statusCode()).isEqualTo(401);
        var office = browser(Role.AGENT);
        assertThat(office.get("/office/reasons?article=no+such+thing").body()).contains("article-error", "There is no such article");
        assertThat(office.get(asked("WEB", "many")).body()).contains("pieces-error");
        assertThat(office.get("/office/reasons").body()).doesNotContain("-error");
        var unpriced = office.get("/office/reasons?article=" + mug + "&place=nowhere").body();
        assertThat(unpriced).doesNotContain("id=\"answer\"");
    }

    private String token() {
        return tokens.issue(new NewToken("why", Set.of(Role.AGENT), List.of(Channel.values()), null)).secret();
    }

    private Browser browser(Role role) throws Exception {
        var login = new Login("w" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var window = new Browser(port);
        assertThat(window.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return window;
    }

    private String web(Sku sku) throws Exception {
        var product = catalog.bySku(sku).orElseThrow();
        return new Browser(port).get("/shop/product/" + product.id()).body();
    }

    private void place(Sku sku, int pieces, Paying paying) {
        var order = Retailer.order(new Delivery.Collect(store), paying, Retailer.line(sku, pieces));
        assertThat(orders.place(order)).isInstanceOf(Placed.class);
    }

    private String asked(String door, String pieces) {
        return "/office/reasons?article=" + mug + "&place=" + store + "&door=" + door + "&pieces=" + pieces;
    }

    private String promote(String name, Offer offer, Reach reach) {
        var promotion = new Promotion(
                new PromotionId("why-" + ids.next()), name, offer, Goods.of(mug), reach, null, 0, 10, Combination.STACKING, true);
        var _ = promotions.save(promotion, new Expected.Nothing(), Touchpoint.SYSTEM);
        return name;
    }
}
