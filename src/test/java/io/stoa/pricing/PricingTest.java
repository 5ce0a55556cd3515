package io.stoa.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class PricingTest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final PriceListId LIST = new PriceListId("pricing-test");
    private static final String GROUP = "pricing-test";

    @Autowired
    Pricing pricing;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aListWithTwentyPercentTaxIncluded() {
        pricing.saveList(PriceList.always(LIST, POUND, GROUP, true), Touchpoint.SYSTEM);
        pricing.setTax(GROUP, "standard", 2000, Touchpoint.SYSTEM);
    }

    @Test
    void aPriceSetIsThePriceQuoted() {
        set("SET-1", 1200);
        assertThat(gross("SET-1")).isEqualTo(1200);
        set("SET-1", 900);
        assertThat(gross("SET-1")).isEqualTo(900);
        assertThat(pricing.prices(List.of(new Sku("SET-1"), new Sku("SET-NONE")), POUND, GROUP))
                .isEqualTo(Map.of(new Sku("SET-1"), Money.of(900, "GBP")));
    }

    @Test
    void onlyAPriceThatDiffersLeavesAnEvent() {
        set("ONCE-1", 1200);
        set("ONCE-1", 1200);
        set("ONCE-1", 1300);
        assertThat(log.about("price:ONCE-1@pricing-test", 10))
                .extracting(Event::keyVersion)
                .containsExactly(1L, 2L);
    }

    @Test
    void aPriceChangedInAnotherProcessIsRightHereWithinASecond() {
        set("TAIL-1", 1200);
        assertThat(gross("TAIL-1")).isEqualTo(1200);
        transaction.executeWithoutResult(status -> asAnotherProcessWould());
        await().atMost(Duration.ofSeconds(2)).until(() -> gross("TAIL-1") == 1500);
    }

    @Test
    void aTaxChangedInAnotherProcessIsRightHereWithinASecond() {
        set("TAX-1", 1200);
        assertThat(tax("TAX-1")).isEqualTo(200);
        transaction.executeWithoutResult(status -> {
            database.sql("UPDATE pricing.tax SET basis_points = 0 WHERE price_group = 'pricing-test'")
                    .update();
            var fact = new TermsChanged("pricing-test/standard");
            log.append(NewEvent.of(TermsChanged.TAX, "tax:pricing-test/standard", 99, Touchpoint.SYSTEM, fact));
        });
        await().atMost(Duration.ofSeconds(2)).until(() -> tax("TAX-1") == 0);
    }

    @Test
    void aPriceThatIsRolledBackWasNeverQuotedAfterwards() {
        set("BACK-1", 1200);
        transaction.executeWithoutResult(status -> {
            set("BACK-1", 1);
            var _ = gross("BACK-1");
            status.setRollbackOnly();
        });
        assertThat(gross("BACK-1")).isEqualTo(1200);
    }

    @Test
    void aPriceInAnotherCurrencyOrOnNoListIsRefused() {
        var dollars = Map.of(new Sku("ODD-1"), Money.of(1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> pricing.setPrices(LIST, dollars, Touchpoint.SYSTEM));
        var pounds = Map.of(new Sku("ODD-1"), Money.of(1, "GBP"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pricing.setPrices(new PriceListId("none"), pounds, Touchpoint.SYSTEM));
        var inDollars = PriceList.always(LIST, Currency.getInstance("USD"), GROUP, true);
        assertThatIllegalArgumentException().isThrownBy(() -> pricing.saveList(inDollars, Touchpoint.SYSTEM));
    }

    @Test
    void quotingWhatIsInMemoryCostsMicroseconds() {
        set("FAST-1", 1200);
        set("FAST-2", 800);
        var request = request("FAST-1", "FAST-2");
        for (int i = 0; i < 20_000; i++) {
            assertThat(pricing.quoteAll(List.of(request))).hasSize(1);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            var _ = pricing.quoteAll(List.of(request));
        }
        long each = (System.nanoTime() - start) / 20_000;
        assertThat(each).isLessThan(200_000); // A query would take more even on an idle machine.
    }

    private void asAnotherProcessWould() {
        database.sql("UPDATE pricing.price SET minor = 1500, version = 2 WHERE sku = 'TAIL-1'")
                .update();
        var fact = new PriceChanged(LIST, new Sku("TAIL-1"), 1500, "GBP");
        log.append(NewEvent.of(PriceChanged.TYPE, fact.key(), 2, Touchpoint.SYSTEM, fact));
    }

    private void set(String sku, long pence) {
        pricing.setPrices(LIST, Map.of(new Sku(sku), Money.of(pence, "GBP")), Touchpoint.SYSTEM);
    }

    private long gross(String sku) {
        return ((Quote) pricing.quote(request(sku))).gross().minor();
    }

    private long tax(String sku) {
        return ((Quote) pricing.quote(request(sku))).tax().minor();
    }

    private static PriceRequest request(String... skus) {
        var lines = List.of(skus).stream()
                .map(sku -> new PriceRequest.Line(new Sku(sku), Quantity.of(1), "standard"))
                .toList();
        return new PriceRequest(POUND, GROUP, lines);
    }
}
