package io.stoa.shop.account;

import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.SignIns;
import io.stoa.customers.Customers;
import io.stoa.customers.EmailChange;
import io.stoa.customers.IdentifierTaken;
import io.stoa.customers.NewCustomer;
import io.stoa.customers.Phones;
import io.stoa.customers.PostalAddress;
import io.stoa.mail.Mailbox;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.secrets.HomeKey;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer keeps and changes of their own, and nobody else's. */
@StoaTest
class AccountTest {

    private static final String PASSWORD = "a good password";
    private static final String HOME = "/shop/account";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Customers customers;

    @Autowired
    private EmailChange change;

    @Autowired
    private Phones phones;

    @Autowired
    private Orders orders;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Autowired
    private HomeKey key;

    @Value("${local.server.port}")
    private int port;

    private String email = "";
    private CustomerId id = new CustomerId(1);
    private Browser browser = new Browser(1);

    @BeforeEach
    void open() throws Exception {
        email = "own" + ids.next() + "@example.com";
        id = customers.signUp(NewCustomer.of("Ann", email), new Password(PASSWORD), Touchpoint.SYSTEM);
        browser = signedIn();
    }

    @Test
    void addressesAreAddedChangedPutFirstAndRemovedAndWhatMovedMeanwhileIsNotOverwritten() throws Exception {
        var page = HOME + "/addresses";
        assertThat(browser.get(page).body()).contains("No address yet").doesNotContain("shop.account", "shop.field");
        assertThat(submit(page, page, "line1=&city=York&postcode=1&country=GB").statusCode()).isEqualTo(422);
        assertThat(saved(page, page, "line1=1+Long+Street&city=York&postcode=YO1&country=GB")).isTrue();
        assertThat(saved(page, page, "line1=2+<b>High&city=Hull&postcode=HU1&country=GB")).isTrue();
        assertThat(browser.get(page).body()).contains("2 &lt;b&gt;High").doesNotContain("<b>High");
        assertThat(saved(page, page + "/1/first", "")).isTrue();
        assertThat(saved(page, page, "at=1&line1=3+Long+Street&city=York&postcode=YO1&country=GB")).isTrue();
        assertThat(lines()).containsExactly("2 <b>High", "3 Long Street");
        var stale = browser.submitFrom(page, page + "/0/removal", "version=1");
        assertThat(location(stale)).endsWith("said=moved");
        assertThat(lines()).hasSize(2);
        assertThat(saved(page, page + "/0/removal", "")).isTrue();
        assertThat(lines()).containsExactly("3 Long Street");
    }

    @Test
    void wishesAreKeptAndAReceiptOfTheTillComesByMailToWhoWantsIt() throws Exception {
        var store = retailer.store("mine");
        var page = HOME + "/details";
        assertThat(browser.submit(page, "name=+&language=de").statusCode()).isEqualTo(422);
        assertThat(location(browser.submit(page, "name=Anna&language=de&receipts=yes&store=" + store))).endsWith("said=saved");
        var customer = customers.find(id).orElseThrow();
        assertThat(customer.name()).isEqualTo("Anna");
        assertThat(customer.language()).isEqualTo("de");
        assertThat(customer.store()).isEqualTo(store);
        assertThat(customers.search("anna", 200, null).items()).contains(customer);
        var phone = "+44113496" + (1000 + ids.next() % 9000);
        assertThat(browser.submitFrom(page, page + "/phones", "phone=none").statusCode()).isEqualTo(422);
        assertThat(location(browser.submitFrom(page, page + "/phones", "phone=%2B" + phone.substring(1)))).endsWith("said=saved");
        assertThat(customers.byPhone(phone)).contains(id);
        assertThat(location(browser.submitFrom(page, page + "/phones/removal", "phone=%2B" + phone.substring(1)))).endsWith("said=saved");
        assertThat(customers.byPhone(phone)).isEmpty();

        assertThat(signedIn().get(HOME).headers().allValues("Set-Cookie")).as("another device knows the store").anyMatch(one -> one.startsWith("place=" + store));
        var nearer = retailer.store("nearer");
        assertThat(location(browser.submit("/shop/stores", "store=" + nearer))).isNotEmpty();
        assertThat(customers.find(id).orElseThrow().store()).as("chosen in the shop").isEqualTo(nearer);
        assertThat(customers.find(id).orElseThrow().receipts()).isTrue();

        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 5);
        var till = new Touchpoint(Channel.TILL, store, Actor.staff("test"));
        var bought = orders.place(new PlaceOrder(
                UUID.randomUUID().toString(), "hash", null, List.of(line(mug, 1)), new Delivery.TakeAway(store), Retailer.USD, id,
                Contact.NONE, new PlaceOrder.Paying.InCash(), till));
        assertThat(bought).isInstanceOf(Placed.class);
        var mailbox = new Mailbox(database, key);
        Awaitility.await().until(() -> mailbox.kinds(email), kinds -> kinds.contains("receipt"));
        assertThat(browser.get(HOME).body()).contains(((Placed) bought).order().toString(), store.value(), "$8.80");
    }

    @Test
    void whereOneIsSignedInIsListedAndEndedOneByOneOrAllAtOnce() throws Exception {
        var other = signedIn();
        var third = signedIn();
        var page = HOME + "/security";
        assertThat(browser.get(page).body()).contains("Where you are signed in", "This device", "Sign out everywhere else");
        var places = signIns.of(Actor.customer(id));
        assertThat(places).hasSize(3);
        var foreign = new Browser(port);
        var stranger = customers.signUp(NewCustomer.of("Eve", "eve" + ids.next() + "@example.com"), new Password(PASSWORD), Touchpoint.SYSTEM);
        assertThat(location(foreign.signIn(Entrance.SHOP, customers.find(stranger).orElseThrow().emails().getFirst(), PASSWORD))).endsWith("/shop");
        for (var place : places) {
            assertThat(location(foreign.submitFrom(page, page + "/places/" + place.id() + "/end", ""))).endsWith("said=ended");
        }
        assertThat(signIns.of(Actor.customer(id))).as("nobody ends another's").hasSize(3);
        var last = places.getLast().id();
        assertThat(location(other.submitFrom(page, page + "/places/" + last + "/end", ""))).endsWith("said=ended");
        assertThat(signIns.of(Actor.customer(id))).noneMatch(place -> place.id() == last);
        assertThat(location(third.submitFrom(page, page + "/places/end", ""))).endsWith("said=ended");
        assertThat(third.get(page).body()).contains("You are signed in nowhere else.");
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);

        var addresses = HOME + "/addresses";
        var sent = browser.submitFrom("/shop/stores", addresses, "line1=1+Long+Street");
        assertThat(location(sent)).endsWith("/shop/sign-in?back=/shop/stores");
        assertThat(browser.get("/shop/sign-in?back=" + addresses).body()).contains("You are not signed in here any more");
        assertThat(browser.get("/shop/sign-in?back=" + addresses).body()).as("said once").doesNotContain("not signed in here any more");
        assertThat(location(new Browser(port).get(addresses, "Accept", "text/html"))).endsWith("/shop/sign-in?back=" + addresses);
    }

    @Test
    void anotherPasswordWantsTheOldOneEndsTheOtherDevicesAndIsToldByMail() throws Exception {
        var other = signedIn();
        var page = HOME + "/security";
        var change = "password=another+good+one&old=";
        assertThat(browser.submitFrom(page, page + "/password", change + "wrong+one").statusCode()).isEqualTo(422);
        assertThat(browser.submitFrom(page, page + "/password", "password=short&old=a+good+password").statusCode()).isEqualTo(422);
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(location(browser.submitFrom(page, page + "/password", change + "a+good+password"))).endsWith("said=changed");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(new Mailbox(database, key).kinds(email)).containsExactly("password-changed");
    }

    @Test
    void anotherAddressCountsWhenItsCodeIsTypedAndTheOldOneIsTold() throws Exception {
        var page = HOME + "/details/email";
        var fresh = "new" + ids.next() + "@example.com";
        assertThat(browser.submitFrom(page, page, "old=a+good+password&email=nobody").statusCode()).isEqualTo(422);
        assertThat(browser.submitFrom(page, page, "old=wrong+one+here&email=" + fresh).body()).contains("This is not your password");
        var box = new Mailbox(database, key);
        var asked = browser.submitFrom(page, page, "old=a+good+password&email=" + fresh);
        Awaitility.await().until(() -> box.kinds(fresh), List.of("address-code")::equals);
        assertThat(browser.submitFrom(page, page + "/check", "code=000000x1&email=" + fresh).statusCode()).isEqualTo(422);
        assertThat(customers.byEmail(fresh)).isEmpty();
        assertThat(location(browser.submitFrom(page, page + "/check", "code=" + box.secret(fresh, "address-code", 1) + "&email=" + fresh))).endsWith("said=saved");
        assertThat(customers.find(id).orElseThrow().emails()).containsExactly(fresh);
        assertThat(box.kinds(email)).containsExactly("address-changed");
        assertThat(customers.signIn(email, PASSWORD)).isEmpty();
        assertThat(customers.signIn(fresh, PASSWORD)).contains(id);

        var others = "taken" + ids.next() + "@example.com";
        var _ = customers.signUp(NewCustomer.of("Bob", others), new Password(PASSWORD), Touchpoint.SYSTEM);
        var same = browser.submitFrom(page, page, "old=a+good+password&email=" + others);
        assertThat(untoken(same).replace(others, fresh)).as("tells no more of an address that is taken").isEqualTo(untoken(asked));
        Awaitility.await().until(() -> box.kinds(others), List.of("address-elsewhere")::equals);
    }

    @Test
    void ofTwoWhoWantOneAddressOneHasIt() throws Exception {
        var wanted = "wanted" + ids.next() + "@example.com";
        var rival = customers.signUp(NewCustomer.of("Bob", "rival" + ids.next() + "@example.com"), new Password(PASSWORD), Touchpoint.SYSTEM);
        var box = new Mailbox(database, key);
        change.ask(id, wanted);
        Awaitility.await().until(() -> box.kinds(wanted).size() == 1);
        var mine = box.secret(wanted, "address-code", 1);
        change.ask(rival, wanted);
        Awaitility.await().until(() -> box.kinds(wanted).size() == 2);
        var theirs = box.secret(wanted, "address-code", 2);
        var together = new CyclicBarrier(2);
        Callable<Boolean> one = () -> confirmed(id, wanted, mine, together);
        Callable<Boolean> other = () -> confirmed(rival, wanted, theirs, together);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var won = new ArrayList<Boolean>();
            for (var answer : threads.invokeAll(List.of(one, other))) {
                won.add(answer.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
        var owner = customers.byEmail(wanted).orElseThrow();
        var loser = owner.equals(id) ? rival : id;
        assertThat(customers.find(owner).orElseThrow().emails()).containsExactly(wanted);
        assertThat(customers.find(loser).orElseThrow().emails()).as("keeps the old one").hasSize(1).doesNotContain(wanted);
    }

    @Test
    void aNumberLetsItsOwnerInOnceACodeThatWasTextedThereWasTyped() throws Exception {
        var phone = "+4420794%05d".formatted(ids.next() % 100_000);
        var page = HOME + "/details";
        assertThat(location(browser.submitFrom(page, page + "/phones", "phone=" + phone.replace("+", "%2B")))).endsWith("said=saved");
        var typed = "phone=" + phone.replace("+", "%2B");
        var guest = new Browser(port);
        var unknown = guest.submit("/shop/sign-in/sms", typed);
        assertThat(browser.submitFrom(page, page + "/phone", typed).body()).contains(phone);
        assertThat(browser.submitFrom(page, page + "/phone/check", typed + "&code=000000x").statusCode()).isEqualTo(422);
        var code = text(phone, "phone-code", 1);
        assertThat(location(browser.submitFrom(page, page + "/phone/check", typed + "&code=" + code))).endsWith("said=saved");
        assertThat(browser.get(page).body()).contains("Lets you in");

        var known = guest.submit("/shop/sign-in/sms", typed);
        assertThat(untoken(known)).as("tells no more of a number that is known").isEqualTo(untoken(unknown));
        assertThat(guest.submit("/shop/sign-in/sms", "phone=nobody").statusCode()).isEqualTo(422);
        var check = typed + "&code=" + text(phone, "sign-in-sms", 1);
        assertThat(location(guest.submitFrom("/shop/sign-in/sms", "/shop/sign-in/sms/check", check))).isNotEmpty();
        assertThat(guest.get(HOME).statusCode()).isEqualTo(200);
        var second = new Browser(port);
        assertThat(second.submitFrom("/shop/sign-in/sms", "/shop/sign-in/sms/check", check).statusCode()).as("a code lets in once").isEqualTo(422);
        assertThat(texts(phone)).as("before it was confirmed no code went out to sign in with").containsExactly("phone-code", "sign-in-sms");

        phones.forSigningIn(phone);
        var late = text(phone, "sign-in-sms", 2);
        assertThat(location(browser.submitFrom(page, page + "/phones/removal", typed))).endsWith("said=saved");
        assertThat(phones.signIn(phone, late)).as("a number that is taken away lets nobody in").isEmpty();
    }

    private List<String> texts(String phone) {
        return database.sql("SELECT kind FROM sms.message WHERE recipient = :phone ORDER BY id")
                .param("phone", phone)
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private String text(String phone, String kind, int count) {
        var all = Awaitility.await()
                .until(
                        () -> database.sql("SELECT secret FROM sms.message WHERE recipient = :phone AND kind = :kind ORDER BY id DESC")
                                .param("phone", phone)
                                .param("kind", kind)
                                .query((row, number) -> row.getString("secret"))
                                .list(),
                        found -> found.size() == count);
        return key.open(all.getFirst());
    }

    private static String untoken(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private boolean confirmed(CustomerId who, String wanted, String code, CyclicBarrier together) throws Exception {
        together.await();
        try {
            return change.confirm(who, wanted, code, Touchpoint.SYSTEM);
        } catch (IdentifierTaken taken) {
            return false;
        }
    }

    @Test
    void theAccountIsForCustomersWhoSignedInOnly() throws Exception {
        for (var page : List.of(HOME, HOME + "/addresses", HOME + "/details", HOME + "/security", HOME + "/details/email")) {
            assertThat(location(new Browser(port).get(page))).contains("/shop/sign-in?back=" + page);
            assertThat(browser.get(page).body()).as(page).contains("aria-current=\"page\"").doesNotContain("shop.account.", "access.");
            assertThat(browser.get(page + "?lang=de").body()).contains("lang=\"de\"").doesNotContain("shop.account.");
            assertThat(browser.get(page + "?lang=en").statusCode()).isEqualTo(200);
        }
    }

    private List<String> lines() {
        return customers.find(id).orElseThrow().addresses().stream().map(PostalAddress::line1).toList();
    }

    private boolean saved(String page, String path, String form) throws Exception {
        return location(submit(page, path, form)).endsWith("said=saved");
    }

    /** With the version that the page shows. */
    private HttpResponse<String> submit(String page, String path, String form) throws Exception {
        var version = customers.find(id).orElseThrow().version();
        return browser.submitFrom(page, path, form + "&version=" + version);
    }

    private Browser signedIn() throws Exception {
        var fresh = new Browser(port);
        assertThat(location(fresh.signIn(Entrance.SHOP, email, PASSWORD))).endsWith("/shop");
        return fresh;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
