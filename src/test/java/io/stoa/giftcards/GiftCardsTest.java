package io.stoa.giftcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.database.Finding;
import io.stoa.shared.CardNumbers;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Gateway.HoldRequest;
import io.stoa.payments.gateway.Gateway.MovementRequest;
import io.stoa.payments.gateway.GatewayAnswer.Approved;
import io.stoa.payments.gateway.GatewayAnswer.Declined;
import io.stoa.payments.gateway.GatewayAnswer.NeverArrived;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money on cards: each cent spent once. */
@StoaTest
class GiftCardsTest {

    @Autowired
    GiftCards cards;

    @Autowired
    GiftCardGateway gateway;

    @Autowired
    Books books;

    @Autowired
    JdbcClient database;

    @Test
    void aThousandBuyersSpendACardOnce() throws Exception {
        var issued = issue(100_00);
        var code = issued.code().orElseThrow();
        var keys = IntStream.range(0, 1_000).mapToObj(i -> key()).toList();
        var granted = inParallel(keys, key -> gateway.hold(hold(key, code, 1_00)) instanceof Approved);
        assertThat(granted.stream().filter(yes -> yes)).hasSize(100);
        var spent = inParallel(
                keys.stream().filter(key -> gateway.ask(key) instanceof Approved).toList(),
                key -> gateway.capture(movement("c" + key, key, 1_00)) instanceof Approved);
        assertThat(spent).hasSize(100).containsOnly(true);
        var now = cards.find(issued.card().id()).orElseThrow();
        assertThat(now.balance()).isEqualTo(usd(0));
        assertThat(now.held()).isEqualTo(usd(0));
        assertThat(books.run()).allMatch(finding -> finding.grade() == Finding.Grade.FINE);
    }

    @Test
    void aKeyThatComesTwiceAtOnceHoldsOnce() throws Exception {
        var issued = issue(10_00);
        for (int round = 0; round < 20; round++) {
            var key = key();
            var answers = inParallel(
                    List.of(key, key, key, key), one -> gateway.hold(hold(one, issued.code().orElseThrow(), 1)));
            assertThat(answers).containsOnly(new Approved("gift_" + key));
        }
        assertThat(cards.find(issued.card().id()).orElseThrow().held()).isEqualTo(usd(20));
    }

    @Test
    void whatIsSpentGoesBackOnTheCardAndNoMoreThanThat() {
        var issued = issue(30_00);
        var key = key();
        assertThat(gateway.hold(hold(key, issued.code().orElseThrow(), 25_00))).isInstanceOf(Approved.class);
        assertThat(gateway.capture(movement("c1" + key, key, 20_00))).isInstanceOf(Approved.class);
        assertThat(gateway.release(movement("r1" + key, key, 5_00))).isInstanceOf(Approved.class);
        assertThat(gateway.capture(movement("c2" + key, key, 1))).isInstanceOf(Declined.class);
        assertThat(gateway.refund(movement("b1" + key, key, 15_00))).isInstanceOf(Approved.class);
        assertThat(gateway.refund(movement("b1" + key, key, 15_00))).isInstanceOf(Approved.class);
        assertThat(gateway.refund(movement("b2" + key, key, 5_01))).isInstanceOf(Declined.class);
        var now = cards.find(issued.card().id()).orElseThrow();
        assertThat(now.available()).isEqualTo(usd(25_00));
        assertThat(cards.history(now.id()))
                .extracting(entry -> entry.kind() + " " + entry.amount().minor())
                .containsExactlyInAnyOrder("LOADED 3000", "SPENT 2000", "REFUNDED 1500");
        assertThat(gateway.ask("c2" + key)).isInstanceOf(Declined.class);
        assertThat(gateway.ask("never " + key)).isInstanceOf(NeverArrived.class);
    }

    @Test
    void aBlockedCardPaysNothingMoreAndKeepsWhatItPromised() {
        var issued = issue(30_00);
        var code = issued.code().orElseThrow();
        var key = key();
        assertThat(gateway.hold(hold(key, code, 10_00))).isInstanceOf(Approved.class);
        assertThat(cards.block(issued.card().id(), true, Touchpoint.SYSTEM).orElseThrow().blocked()).isTrue();
        assertThat(gateway.hold(hold(key(), code, 10_00))).isInstanceOf(Declined.class);
        assertThat(gateway.room(code.token(), issued.card().loaded().currency())).hasValue(usd(0));
        assertThat(gateway.capture(movement("c" + key, key, 10_00))).isInstanceOf(Approved.class);
        assertThat(cards.block(issued.card().id(), false, Touchpoint.SYSTEM).orElseThrow().available())
                .isEqualTo(usd(20_00));
    }

    @Test
    void theSameWishIsOneCardAndItsCodeIsShownOnce() {
        var first = cards.issue("wish-" + UUID.randomUUID(), usd(5_00), Touchpoint.SYSTEM);
        var wish = "wish-" + UUID.randomUUID();
        var second = cards.issue(wish, usd(5_00), Touchpoint.SYSTEM);
        var again = cards.issue(wish, usd(5_00), Touchpoint.SYSTEM);
        assertThat(again.card()).isEqualTo(second.card()).isNotEqualTo(first.card());
        assertThat(again.code()).isEmpty();
        assertThatThrownBy(() -> cards.issue("nothing", usd(0), Touchpoint.SYSTEM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeIsFoundAsPeopleTypeItAndKeptAsAHashOnly() {
        var issued = issue(1_00);
        var code = issued.code().orElseThrow().value();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(CardNumbers.in(code)).isFalse();
        var typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace('1', 'l').replace('-', ' ');
        assertThat(GiftCode.typed(typed).flatMap(cards::find)).hasValue(issued.card());
        assertThat(GiftCode.typed("7QX2-M4KD-90TB")).isEmpty();
        assertThat(GiftCode.typed("U".repeat(16))).isEmpty();
        var kept = database.sql("SELECT c::text FROM giftcards.card c WHERE id = :id")
                .param("id", issued.card().id().value())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(code).doesNotContain(code.replace("-", ""));
    }

    @Test
    void theLedgerOfACardIsOnlyAppendedTo() {
        var issued = issue(1_00);
        assertThatThrownBy(() -> database.sql("UPDATE giftcards.entry SET amount = 2 WHERE card_id = :id")
                        .param("id", issued.card().id().value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only appended to");
    }

    private Issued issue(long cents) {
        return cards.issue("test-" + UUID.randomUUID(), usd(cents), Touchpoint.SYSTEM);
    }

    private static HoldRequest hold(String key, GiftCode code, long cents) {
        return new HoldRequest(
                key, Tender.GIFT_CARD, usd(cents), new OrderId(1), new CardToken(code.value()), null);
    }

    private static MovementRequest movement(String key, String hold, long cents) {
        return new MovementRequest(key, "gift_" + hold, usd(cents));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }

    private interface Call<R> {
        R with(String key);
    }

    private static <R> List<R> inParallel(List<String> keys, Call<R> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = keys.stream().<Callable<R>>map(key -> () -> call.with(key)).toList();
            var answers = new java.util.ArrayList<R>();
            for (var future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
