package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.USD;
import static io.stoa.Retailer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.staff.NewToken;
import io.stoa.staff.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody keeps one cart locked for longer than a batch waits: that one is put off, and nobody else is. */
@StoaTest
class KeptCartTest {

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Carts carts;

    @Autowired
    Placement placement;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    Tokens tokens;

    @Value("${local.server.port}")
    int port;

    private LocationId store = LocationId.WEB;
    private String token = "";
    private Sku mug = new Sku("none");

    @BeforeEach
    void mugsInLeeds() {
        token = tokens.issue(new NewToken("seller", Set.of(Role.AGENT), List.of(Channel.values()), null))
                .secret();
        store = retailer.store("leeds");
        mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 100);
    }

    @Test
    void ordersOfTheSameBatchArePlacedAndTheOneIsPutOff() {
        var kept = filled();
        var outcomes = inOneBatchWhileKept(kept, placement::waiting, this::place, List.of(filled(), kept, filled()));

        assertThat(List.of(outcomes.getFirst(), outcomes.getLast())).allMatch(one -> one.resultNow() instanceof Placed);
        assertThat(outcomes.get(1).exceptionNow()).rootCause().isInstanceOfSatisfying(
                SQLException.class, late -> assertThat(late.getSQLState()).isEqualTo("55P03"));
        assertThat(retailer.row(mug, store).held()).as("of the two and the one before").isEqualTo(3);
        assertThat(place(kept)).isInstanceOfSatisfying(Placed.class, now -> assertThat(now.repeated()).isFalse());
        assertThat(retailer.row(mug, store).held()).isEqualTo(4);
    }

    @Test
    void changesOfTheSameBatchAreMadeAndTheOneIsAskedToComeBack() {
        var kept = filled();
        var others = List.of(filled(), filled());
        var three = List.of(others.getFirst(), kept, others.getLast());
        var answers = inOneBatchWhileKept(kept, carts::waiting, this::wantSeven, three);

        assertThat(answers).extracting(Future::resultNow).containsExactly("200", "503 overloaded, again after 1", "200");
        assertThat(others).allSatisfy(cart -> assertThat(seen(cart)).containsExactly(4L, 7));
        assertThat(seen(kept)).containsExactly(3L, 1);
        assertThat(wantSeven(kept)).isEqualTo("200");
        assertThat(seen(kept)).containsExactly(4L, 7);
    }

    @Test
    void aCartOrderedUnderThreeKeysInOneBatchIsOneOrder() {
        var cart = filled();
        var number = new AtomicInteger();
        var outcomes = inOneBatchWhileKept(
                filled(), placement::waiting, one -> place(one, "key" + number.incrementAndGet()), List.of(cart, cart, cart));

        assertThat(outcomes.stream().map(Future::resultNow)).satisfiesOnlyOnce(one -> assertThat(one).isInstanceOf(Placed.class));
        assertThat(outcomes.stream().map(Future::resultNow).filter(new PlaceOutcome.CartMoved(cart)::equals)).hasSize(2);
        assertThat(retailer.row(mug, store).held()).as("of this one and the one before").isEqualTo(2);
    }

    /**
     * Keeps one cart until all is answered. Another is kept only until the carts of the batch wait behind the write that waits
     * for it, so that the next batch is these.
     */
    private <T> List<Future<T>> inOneBatchWhileKept(
            CartId kept, IntSupplier waiting, Function<CartId, T> act, List<CartId> batch) {
        var ahead = filled();
        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            return ownTransaction().execute(keeping -> {
                var ignored = lock(kept);
                List<Future<T>> answers = ownTransaction().execute(blocking -> {
                    int us = lock(ahead);
                    var first = doors.submit(() -> act.apply(ahead));
                    Awaitility.await().until(() -> first.isDone() || Retailer.isAwaited(database, us));
                    var behind = batch.stream().map(cart -> doors.submit(() -> act.apply(cart))).toList();
                    Awaitility.await().until(() -> waiting.getAsInt() == batch.size());
                    return behind;
                });
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers.stream().allMatch(Future::isDone));
                return answers;
            });
        }
    }

    private TransactionTemplate ownTransaction() {
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** Answers which connection keeps it. */
    private int lock(CartId cart) {
        return database.sql("SELECT pg_backend_pid() FROM orders.cart WHERE id = :id FOR UPDATE")
                .param("id", cart.value())
                .query(Integer.class)
                .single();
    }

    private CartId filled() {
        var cart = carts.open(WEB, null, USD).id();
        assertThat(carts.put(cart, mug, 1)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.choose(cart, new Delivery.Ship(HOME))).isInstanceOf(CartOutcome.Changed.class);
        return cart;
    }

    private PlaceOutcome place(CartId cart) {
        return place(cart, "key");
    }

    private PlaceOutcome place(CartId cart, String key) {
        return orders.place(new PlaceOrder(
                key + "-" + cart, "hash", cart, List.of(), null, USD, null, Contact.NONE, new PlaceOrder.Paying.Later(), WEB));
    }

    /** Seven mugs over HTTP; answers the status, and of a problem its name and when to come back. */
    private String wantSeven(CartId cart) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/carts/" + cart + "/lines/" + mug))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"quantity\":7}"));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? "200"
                    : answer.statusCode() + " " + Json.MAPPER.readTree(answer.body()).get("type").asString()
                                    .replace("/api/problems/", "")
                            + ", again after " + answer.headers().firstValue("Retry-After").orElse("never");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Its version, which counts how often it was changed, and its mugs. */
    private List<Object> seen(CartId id) {
        var cart = carts.find(id).orElseThrow();
        return List.of(cart.version(), cart.pieces());
    }
}
