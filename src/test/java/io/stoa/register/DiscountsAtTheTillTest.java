package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Role;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.pricing.Cut;
import io.stoa.secrets.Password;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Something is taken off at a till: within what an associate may give, with a reason, and what that means for the money. */
@DemoTest
class DiscountsAtTheTillTest {

    private static final String HOME =
            "name=Ann&line1=1+Main+Street&city=Marlborough&postcode=01752&region=MA&country=US";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Orders orders;

    @Autowired
    private Coupons coupons;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void anAssociateGivesALittleAndAManagerApprovesMore() throws Exception {
        var store = retailer.store("discount");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 9);
        var associate = Associate.at(store, staff, port);
        var manager = "manager-" + ids.next();
        staff.save(
                new Account(new Login(manager), "Who decides", Set.of(Role.MANAGER), store, true),
                new Password("a very good one"));
        associate.scan(mug);
        associate.scan(mug);

        assertThat(give(associate, mug.value(), "10%", "", "")).contains("Choose why");
        assertThat(give(associate, mug.value(), "a lot", "DAMAGED", "")).contains("Type a percentage");
        assertThat(give(associate, mug.value(), "5%", "OTHER", "")).contains("id=\"note-error\"", "Write in the note", ">Something else</option>");
        assertThat(Associate.amount("total", give(associate, mug.value(), "10%", "DAMAGED", "a scratch")))
                .isEqualTo("$19.80");
        assertThat(give(associate, mug.value(), "50%", "DAMAGED", "a crack"))
                .contains("needs a manager", "name=\"password\"");
        var wrong = "sku=" + mug + "&value=50%25&reason=DAMAGED&manager=" + manager + "&password=guessed";
        assertThat(associate.send("/till/discounts", wrong)).contains("Nothing was taken off");
        var self = wrong.replace(manager, Associate.account(store, staff))
                .replace("guessed", Associate.encoded(Associate.password()));
        assertThat(associate.send("/till/discounts", self)).contains("Nothing was taken off");
        var basket = associate.send("/till/discounts", wrong.replace("guessed", "a+very+good+one"));
        assertThat(Associate.amount("total", basket)).isEqualTo("$11.00");
        assertThat(basket).contains("Damaged, 50%");

        var receipt = associate.payCash("");
        assertThat(receipt).contains("Damaged", "−$10.00", "Tax 10%", "$1.00");
        var taken = order(receipt).taken();
        assertThat(taken).singleElement().satisfies(one -> {
            assertThat(one.cut().approver()).isEqualTo(manager);
            assertThat(one.cut().reason()).isEqualTo("DAMAGED");
        });
    }

    @Test
    void theReportOfTheDrawerTellsWhatWasTakenOffAndWhy() throws Exception {
        var store = retailer.store("told");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 9);
        var associate = Associate.at(store, staff, port);
        for (int sale = 0; sale < 2; sale++) {
            associate.scan(mug);
            give(associate, mug.value(), "10%", "DAMAGED", "");
            assertThat(associate.payCash("")).contains("Sold");
        }
        Awaitility.await().until(() -> associate.look("/till/drawer").contains("Damaged (2)"));
        assertThat(associate.look("/till/drawer")).contains("Taken off", "−$2.00").doesNotContain("Coupon (");
    }

    /** An amount that was a little of a large basket is a lot of a small one. */
    @Test
    void whatBecomesTooMuchIsNotSoldWithoutAManager() throws Exception {
        var store = retailer.store("shrunk");
        var mug = retailer.article("mug", 1000);
        var cup = retailer.article("cup", 9000);
        retailer.stock(mug, store, 9);
        retailer.stock(cup, store, 9);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.scan(cup);
        assertThat(Associate.amount("total", give(associate, "", "9", "LOYAL", "")))
                .isEqualTo("$100.10");
        var attempt = associate.attempt("cash");

        assertThat(associate.send("/till/lines", "sku=" + cup + "&way=TAKE&set=0"))
                .contains("needs a manager");
        assertThat(associate.send("/till/sale", "attempt=" + Associate.encoded(attempt) + "&given="))
                .doesNotContain("Sold");
        assertThat(Associate.amount("total", associate.send("/till/undo", ""))).isEqualTo("$100.10");
        associate.send("/till/empty", "");
        assertThat(Associate.amount("total", associate.scan(mug)))
                .as("nothing is left for the next customer")
                .isEqualTo("$11.00");
    }

    @Test
    void whatIsTakenOffAllOfItCountsForWhatGoesHomeTooAndACouponIsUsedOnce() throws Exception {
        var here = retailer.store("both", 42);
        var near = retailer.store("both-near", 42.1);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2333);
        retailer.stock(mug, here, 1);
        retailer.stock(plate, near, 1);
        var code = coupon("TILL-" + ids.next());
        var associate = Associate.at(here, staff, port);
        associate.scan(mug);
        var once = new Coupon(
                new CouponCode("ONCE-" + ids.next()), "A test", Cut.Kind.PERCENT, 1000, null, 0, null, null, null, true, true);
        assertThat(coupons.save(once, new Expected.Nothing(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        assertThat(associate.send("/till/discounts/coupon", "code=" + once.code())).contains("say who buys");
        assertThat(associate.send("/till/discounts/coupon", "code=nothing")).contains("There is no such coupon");
        assertThat(associate.send("/till/discounts/coupon", "code=" + code)).contains("needs a larger purchase");
        associate.scan(plate);
        associate.send("/till/ways", "sku=" + plate + "&way=SEND&pieces=1");
        associate.send("/till/home", HOME);
        give(associate, "", "5%", "LOYAL", "");

        var basket =
                associate.send("/till/discounts/coupon", "code=" + code.value().toLowerCase(java.util.Locale.ROOT));

        // 33.33 less 5 % (1.67) is 31.66, less 7.77 is 23.89, and 10 % tax.
        assertThat(Associate.amount("total", basket)).isEqualTo("$26.28");
        var part = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=6.28";
        assertThat(associate.send("/till/parts", part))
                .as("the coupon is used now, and holds on")
                .contains("$26.28", "$20.00");
        var receipt = associate.send(
                "/till/parts", "attempt=" + Associate.encoded(associate.attempt("card")) + "&card=tok_approve");
        assertThat(Associate.amount("total", receipt)).isEqualTo("$26.28");
        assertThat(numbers(receipt)).hasSize(2);
        assertThat(coupons.find(code).orElseThrow().used()).isEqualTo(1);
        assertThat(coupons.uses(code))
                .extracting(use -> use.off().minor())
                .satisfies(off -> assertThat(
                                off.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(777));
    }

    private static String give(Associate associate, String sku, String value, String reason, String note)
            throws Exception {
        return associate.send(
                "/till/discounts",
                "sku=" + sku + "&value=" + Associate.encoded(value) + "&reason=" + reason + "&note="
                        + Associate.encoded(note));
    }

    private CouponCode coupon(String name) {
        var coupon = new Coupon(
                new CouponCode(name), "A test", Cut.Kind.AMOUNT, 777, Retailer.USD, 3000, null, null, 1, false, true);
        var _ = coupons.save(coupon, new Expected.Nothing(), Touchpoint.SYSTEM);
        return coupon.code();
    }

    private OrderView order(String receipt) {
        return orders.find(new OrderId(Long.parseLong(numbers(receipt).getFirst())))
                .orElseThrow();
    }

    private static List<String> numbers(String receipt) {
        return Pattern.compile("<p>Order ([0-9]+)</p>")
                .matcher(receipt)
                .results()
                .map(one -> one.group(1))
                .distinct()
                .toList();
    }
}
