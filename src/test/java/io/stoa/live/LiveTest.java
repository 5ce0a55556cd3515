package io.stoa.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.access.SignIns;
import io.stoa.access.SignedIn;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class LiveTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String PASSWORD = "a good password";
    private static final Duration LONG = Duration.ofSeconds(10);

    @Autowired
    private EventLog log;

    @Autowired
    private Ids ids;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Customers customers;

    @Autowired
    private Staff staff;

    @Autowired
    private SignIns signIns;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aCommittedEventIsToldWithinASecond() throws Exception {
        var sku = "S" + ids.next();
        try (var shopper = follow("stock:" + sku, null)) {
            var told = new ArrayList<@Nullable String>();
            for (int i = 0; i < 20; i++) {
                happens("stock:" + sku + "@leeds");
                told.add(shopper.next(A_SECOND));
            }
            assertThat(told).allMatch(message -> message != null && message.contains("stock:" + sku));
        }
    }

    @Test
    void whoComesBackMissesNothing() throws Exception {
        var sku = "S" + ids.next();
        var topics = topics(sku, 40);
        var heard = new TreeSet<String>();
        String last;
        try (var before = follow(String.join(",", topics), null)) {
            happens(topics.getFirst() + "@leeds");
            heard.addAll(named(before.next(LONG), topics));
            last = before.lastId();
        }
        topics.subList(1, 30).forEach(topic -> happens(topic + "@leeds"));
        try (var after = follow(String.join(",", topics), null, last)) {
            topics.subList(30, 40).forEach(topic -> happens(topic + "@leeds"));
            while (heard.size() < 40) {
                var message = after.next(LONG);
                assertThat(message).as("after hearing of %s", heard).isNotNull();
                heard.addAll(named(message, topics));
            }
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void whatHappenedWhileThePageWasRenderedIsTold() throws Exception {
        var sku = "S" + ids.next();
        try (var witness = follow("stock:" + sku, null)) {
            happens("stock:" + sku + "@leeds");
            assertThat(witness.next(LONG)).isNotNull();
        }
        try (var late = follow("stock:" + sku, null)) {
            assertThat(late.next(LONG)).contains("stock:" + sku);
        }
    }

    @Test
    void aGuestDoesNotHearOfOthersOrders() throws Exception {
        var order = new OrderId(ids.next());
        var sku = "S" + ids.next();
        try (var guest = follow("order:" + order + ",orders,events,stock:" + sku, null);
                var clerk = follow("order:" + order, token())) {
            happens("order:" + order);
            happens("stock:" + sku + "@leeds");
            assertThat(clerk.next(LONG)).contains("order:" + order);
            assertThat(guest.next(LONG)).contains("stock:" + sku).doesNotContain("order");
        }
    }

    @Test
    void topicsThatAreNotOpenToTheCallerOpenNoStream() {
        assertThatThrownBy(() -> follow("orders,customer:1", null)).hasMessageContaining("403");
    }

    @Test
    void theStaffFollowsACustomerAcrossAllDoors() throws Exception {
        var customer = new CustomerId(ids.next());
        var order = new OrderId(ids.next());
        try (var clerk = follow("customer:" + customer, token())) {
            append(new NewEvent("test.happened", "order:" + order, 1, customer, order, Touchpoint.SYSTEM, Map.of()));
            assertThat(clerk.next(LONG)).contains("customer:" + customer);
        }
    }

    @Test
    void whoseSignInEndsHearsNothingOfWhatIsProtectedFromThenOn() throws Exception {
        var customer = customers.signUp(
                NewCustomer.of("Ann", "live" + ids.next() + "@example.com"), new Password(PASSWORD), Touchpoint.SYSTEM);
        var email = customers.find(customer).orElseThrow().emails().getFirst();
        var phone = signedIn(Entrance.SHOP, email);
        var desk = signedIn(Entrance.SHOP, email);
        var subject = "customer:" + customer;
        try (var here = follows(phone, subject);
                var there = follows(desk, subject)) {
            happensTo(customer);
            assertThat(here.next(LONG)).contains(subject);
            assertThat(there.next(LONG)).contains(subject);
            var gone = signIns.of(Actor.customer(customer)).stream().min(Comparator.comparing(SignedIn::id)).orElseThrow();
            assertThat(signIns.end(Actor.customer(customer), gone.id(), Touchpoint.SYSTEM)).isTrue();
            assertThat(nextBut(subject, here)).isEqualTo(Follower.ENDED);
            happensTo(customer);
            assertThat(here.next(Duration.ofMillis(200))).isNull();
            assertThatThrownBy(() -> follows(phone, subject)).hasMessageContaining("403");
            try (var back = follows(desk, subject, there.lastId())) {
                assertThat(back.next(LONG)).as("what was told while it came back").contains(subject);
                assertThat(desk.leave(Entrance.SHOP).statusCode()).isEqualTo(302);
                assertThat(nextBut(subject, back)).isEqualTo(Follower.ENDED);
            }
        }
    }

    @Test
    void whoLosesARoleFollowsTheStaffsNewsNoMore() throws Exception {
        var login = new Login("live" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(Role.MANAGER), null, true), new Password(PASSWORD));
        var browser = signedIn(Entrance.STAFF, login.value());
        try (var clerk = follows(browser, "orders")) {
            happens("order:" + ids.next());
            assertThat(clerk.next(LONG)).contains("orders");
            staff.change(login, account -> account.withOpen(false), Touchpoint.SYSTEM);
            happens("order:" + ids.next());
            assertThat(clerk.next(A_SECOND)).isEqualTo(Follower.ENDED);
            assertThatThrownBy(() -> follows(browser, "orders")).hasMessageContaining("403");
        }
    }

    private Browser signedIn(Entrance entrance, String name) throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(entrance, name, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private void happensTo(CustomerId customer) {
        append(new NewEvent("test.happened", "customer:" + customer, 1, customer, null, Touchpoint.SYSTEM, Map.of()));
    }

    /** The first message that does not tell of the subject. */
    private static @Nullable String nextBut(String subject, Follower follower) throws InterruptedException {
        var next = follower.next(A_SECOND);
        while (next != null && next.contains(subject)) {
            next = follower.next(A_SECOND);
        }
        return next;
    }

    private Follower follows(Browser browser, String topics) throws Exception {
        return follows(browser, topics, "");
    }

    private Follower follows(Browser browser, String topics, String after) throws Exception {
        return Follower.of(client, port, topics, "Cookie", browser.cookies(), after.isEmpty() ? null : after);
    }

    @Test
    void twoThousandStreamsStayOpenAndAllHear() throws Exception {
        var sku = "S" + ids.next();
        var all = new ArrayList<Follower>();
        try {
            for (int i = 0; i < 2_000; i++) {
                all.add(follow("stock:" + sku, null));
            }
            happens("stock:" + sku + "@leeds");
            for (var one : all) {
                assertThat(one.next(LONG)).contains("stock:" + sku);
            }
        } finally {
            for (var one : all) {
                one.close();
            }
        }
    }

    @Test
    void aSlowClientHasEachTopicWaitingOnce() throws Exception {
        var mailbox = new Mailbox(Set.of("a", "b"), "guest:guest", 0);
        for (int seq = 1; seq <= 100_000; seq++) {
            mailbox.put(seq % 2 == 0 ? "a" : "b", seq, null);
        }
        var note = mailbox.take(Duration.ZERO).orElseThrow();
        assertThat(note.topics()).containsExactlyInAnyOrder("a", "b");
        assertThat(note.position()).isEqualTo(100_000);
    }

    private Follower follow(String topics, @Nullable String token) throws Exception {
        return follow(topics, token, null);
    }

    private Follower follow(String topics, @Nullable String token, @Nullable String after) throws Exception {
        return Follower.of(client, port, topics, "Authorization", token == null ? null : "Bearer " + token, after);
    }

    private void happens(String key) {
        append(NewEvent.of("test.happened", key, 1, Touchpoint.SYSTEM, Map.of()));
    }

    private void append(NewEvent event) {
        transaction.executeWithoutResult(status -> log.append(event));
    }

    private String token() {
        var token = new NewToken("t" + ids.next(), Set.of(Role.ASSOCIATE), List.of(Channel.TILL), null);
        return tokens.issue(token).secret();
    }

    private static List<String> topics(String sku, int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add("stock:" + sku + "-" + (100 + i));
        }
        return all;
    }

    private static List<String> named(@Nullable String message, List<String> topics) {
        return topics.stream().filter(topic -> message != null && message.contains('"' + topic + '"')).toList();
    }
}
