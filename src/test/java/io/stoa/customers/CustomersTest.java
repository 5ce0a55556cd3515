package io.stoa.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.secrets.Password;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoaTest
class CustomersTest {

    @Autowired
    private Customers customers;

    @Autowired
    private EventLog log;

    @Autowired
    private Ids ids;

    @Test
    void aPersonIsKnownByEverythingTheyShow() {
        var n = ids.next();
        var id = register(new NewCustomer(
                null,
                "Ann Lee",
                List.of("Ann" + n + "@Example.com"),
                List.of("+4420" + phone(n)),
                List.of("CARD" + n),
                List.of(),
                "en"));
        customers.addEmail(id, "work" + n + "@example.com", Touchpoint.SYSTEM);
        assertThat(customers.byEmail("ANN" + n + "@example.COM")).contains(id);
        assertThat(customers.byEmail("work" + n + "@example.com")).contains(id);
        assertThat(customers.byPhone("+44 20 " + phone(n))).contains(id);
        assertThat(customers.byCard("card-" + n)).contains(id);
        assertThat(customers.find(id).orElseThrow().emails())
                .containsExactly("Ann" + n + "@Example.com", "work" + n + "@example.com");
    }

    @Test
    void anEmailBelongsToOnePersonOnly() {
        var email = "one" + ids.next() + "@example.com";
        var first = register(NewCustomer.of("First", email));
        var second = register(NewCustomer.of("Second", "x" + email));
        assertThatExceptionOfType(IdentifierTaken.class).isThrownBy(() -> register(NewCustomer.of("Third", email)));
        assertThatExceptionOfType(IdentifierTaken.class)
                .isThrownBy(() -> customers.addEmail(second, email, Touchpoint.SYSTEM));
        assertThat(customers.byEmail(email)).contains(first);
        assertThat(customers.find(second).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void ofManyWhoRegisterWithOneEmailAtOnceExactlyOneIsRegistered() throws Exception {
        var email = "race" + ids.next() + "@example.com";
        var tries = new ArrayList<Callable<Boolean>>();
        IntStream.range(0, 20).forEach(i -> tries.add(() -> isRegistered(NewCustomer.of("Racer " + i, email))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = 0;
            for (var answer : threads.invokeAll(tries)) {
                won += answer.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void importingAListTwiceChangesNothing() {
        var n = ids.next();
        var list = IntStream.range(0, 1200)
                .mapToObj(i -> new NewCustomer(
                        "old:" + n + ":" + i,
                        "Person " + i,
                        List.of("p" + i + "." + n + "@example.com"),
                        List.of(),
                        List.of(),
                        List.of(new PostalAddress(null, i + " High Street", null, "Leeds", null, "LS1 1AA", "GB")),
                        "en"))
                .toList();
        var first = customers.registerAll(list);
        var second = customers.registerAll(list);
        assertThat(second).isEqualTo(first).hasSize(1200);
        assertThat(new HashSet<>(first)).hasSize(1200);
        assertThat(customers
                        .find(first.get(700))
                        .orElseThrow()
                        .addresses()
                        .getFirst()
                        .line1())
                .isEqualTo("700 High Street");
        assertThat(log.about("customer:" + first.get(700), 10)).hasSize(1);
    }

    @Test
    void aPersonNamedTwiceInOneListIsOnePerson() {
        var n = ids.next();
        var twice = new NewCustomer("twice:" + n, "Ann", List.of(), List.of(), List.of(), List.of(), "en");
        var answered = customers.registerAll(List.of(twice, twice));
        assertThat(answered.get(0)).isEqualTo(answered.get(1));
    }

    @Test
    void theTillFindsPeopleByBeginningsOfNamesWithoutAccentsAndByTheEndOfAPhone() {
        var n = ids.next();
        var word = "z" + Long.toString(n, 36);
        var id = register(new NewCustomer(
                null, "José Müller-" + word, List.of(), List.of("+4420" + phone(n)), List.of(), List.of(), "es"));
        assertThat(found("jose mull " + word.substring(0, word.length() - 1))).contains(id);
        assertThat(found("020 " + phone(n))).contains(id);
        assertThat(found("nobody " + word)).isEmpty();
        assertThat(found("' | & ! :* \\ (")).isEmpty();
    }

    @Test
    void aLongListComesInPagesWithoutGapsOrRepeats() {
        var word = "q" + Long.toString(ids.next(), 36);
        var all = IntStream.range(0, 25)
                .mapToObj(i -> register(
                        new NewCustomer(null, word + " " + i, List.of(), List.of(), List.of(), List.of(), "en")))
                .toList();
        var seen = new ArrayList<CustomerId>();
        var page = customers.search(word, 10, null);
        page.items().forEach(customer -> seen.add(customer.id()));
        while (page.next() != null) {
            page = customers.search(word, 10, page.next());
            page.items().forEach(customer -> seen.add(customer.id()));
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void onlyTheRightPasswordSignsIn() {
        var email = "pw" + ids.next() + "@example.com";
        var id = customers.signUp(NewCustomer.of("Ann", email), new Password("correct horse"), Touchpoint.SYSTEM);
        assertThat(customers.signIn(email.toUpperCase(java.util.Locale.ROOT), "correct horse"))
                .contains(id);
        assertThat(customers.signIn(email, "wrong horse")).isEmpty();
        assertThat(customers.signIn("nobody" + email, "correct horse")).isEmpty();
    }

    @Test
    void aNameRestsAfterTenWrongPasswords() {
        var email = "rest" + ids.next() + "@example.com";
        var id = customers.signUp(NewCustomer.of("Ann", email), new Password("correct horse"), Touchpoint.SYSTEM);
        IntStream.range(0, 9)
                .forEach(i -> assertThat(customers.signIn(email, "wrong " + i)).isEmpty());
        assertThat(customers.signIn(email, "correct horse")).contains(id);
        IntStream.range(0, 10)
                .forEach(i -> assertThat(customers.signIn(email, "wrong " + i)).isEmpty());
        assertThat(customers.signIn(email, "correct horse")).isEmpty();
    }

    @Test
    void theLogKnowsThatSomebodyCameAndNotWho() {
        var email = "secret" + ids.next() + "@example.com";
        var id = register(NewCustomer.of("Very Private", email));
        customers.addPhone(id, "+4420" + phone(ids.next()), Touchpoint.SYSTEM);
        var events = log.about("customer:" + id, 10);
        assertThat(events)
                .extracting("type")
                .containsExactly("customers.customer_registered", "customers.identifier_added");
        assertThat(events.toString())
                .doesNotContain("secret")
                .doesNotContain("Private")
                .doesNotContain("+44");
    }

    private CustomerId register(NewCustomer customer) {
        return customers.register(customer, Touchpoint.SYSTEM);
    }

    private boolean isRegistered(NewCustomer customer) {
        try {
            return register(customer).value() > 0;
        } catch (IdentifierTaken taken) {
            return false;
        }
    }

    private List<CustomerId> found(String text) {
        return customers.search(text, 10, null).items().stream()
                .map(Customer::id)
                .toList();
    }

    /** Eight digits of a London number. */
    private static String phone(long n) {
        return String.valueOf(70_000_000 + n % 9_999_999);
    }
}
