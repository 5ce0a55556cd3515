package io.stoa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Sku SHIRT = new Sku("SHIRT");
    private static final Sku COAT = new Sku("COAT");

    private long end;
    private long now;
    private final Ledger ledger = new Ledger(() -> end, () -> now);

    @Test
    void whatWasPutInMayBePromised() {
        ledger.putIn(SHIRT, 5);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 3));
        ledger.promised(new OrderId(2), Map.of(SHIRT, 2));
        assertThat(ledger.oversold()).isEmpty();
    }

    @Test
    void onePieceTooManyIsOversold() {
        ledger.putIn(SHIRT, 5);
        ledger.putIn(COAT, 5);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 3, COAT, 5));
        ledger.promised(new OrderId(2), Map.of(SHIRT, 3));
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void anOrderPromisedTwiceIsSeen() {
        ledger.putIn(SHIRT, 5);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        assertThat(ledger.twice()).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackMayBePromisedAgain() {
        ledger.putIn(SHIRT, 2);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 2));
        assertThat(ledger.givingBack(new OrderId(1))).containsExactly(Map.entry(SHIRT, 2));
        ledger.promised(new OrderId(2), Map.of(SHIRT, 2));
        assertThat(ledger.oversold()).isEmpty();
    }

    @Test
    void aCancellationThatIsToldTwiceGivesBackOnce() {
        ledger.putIn(SHIRT, 2);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 2));
        var _ = ledger.givingBack(new OrderId(1));
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 2), 7);
        ledger.promised(new OrderId(2), Map.of(SHIRT, 2));
        ledger.promised(new OrderId(3), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void aRefusedCancellationKeepsItsPieces() {
        ledger.putIn(SHIRT, 2);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 2));
        ledger.kept(new OrderId(1), ledger.givingBack(new OrderId(1)));
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void aPartGivenBackLeavesTheRest() {
        ledger.putIn(SHIRT, 3);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 3));
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 1), 7);
        assertThat(ledger.givingBack(new OrderId(1))).containsExactly(Map.entry(SHIRT, 2));
        assertThat(ledger.totalGivenBack()).isEqualTo(3);
    }

    @Test
    void deliveriesCount() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).isEmpty();
    }

    /** A store rejects order 1 at place 7 of the log; the piece is sold to 2, whose answer is here before the log was read. */
    @Test
    void aPieceGivenBackAndSoldAgainBeforeTheLogWasHeardIsNeverOversold() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        end = 8;
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).isEmpty();
        ledger.heard(6);
        assertThat(ledger.oversold()).isEmpty();
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 1), 7);
        ledger.heard(8);
        assertThat(ledger.oversold()).isEmpty();
    }

    @Test
    void aRealDoublePromiseIsSeenAsSoonAsTheLogWasHeard() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        end = 8;
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        ledger.heard(8);
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void whatIsGivenBackAfterwardsExcusesNothing() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        end = 8;
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        var _ = ledger.givingBack(new OrderId(2));
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 1), 9);
        ledger.heard(9);
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void oneGiveBackExcusesOnePromise() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        end = 8;
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        end = 10;
        ledger.promised(new OrderId(3), Map.of(SHIRT, 1));
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 1), 7);
        ledger.heard(10);
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
    }

    @Test
    void aSecondDoublePromiseIsSeenWhenTheFirstIsOver() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        var _ = ledger.givingBack(new OrderId(2));
        ledger.promised(new OrderId(3), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 2));
    }

    @Test
    void aLogThatIsSilentHidesNoDoublePromise() {
        ledger.putIn(SHIRT, 1);
        ledger.promised(new OrderId(1), Map.of(SHIRT, 1));
        end = 8;
        ledger.promised(new OrderId(2), Map.of(SHIRT, 1));
        assertThat(ledger.oversold()).isEmpty();
        now = Account.DOUBT_MAX.toNanos() + 1;
        assertThat(ledger.oversold()).containsExactly(new Standing.Oversold(SHIRT, 1));
        ledger.givenBack(new OrderId(1), Map.of(SHIRT, 1), 7);
        ledger.heard(8);
        assertThat(ledger.oversold()).isEmpty();
    }
}
