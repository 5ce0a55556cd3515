package io.stoa.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts reckoned by hand: whoever changes one of them changes what customers pay. */
class PriceEngineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Sku SHIRT = new Sku("SHIRT");
    private static final Sku BOOK = new Sku("BOOK");

    @ParameterizedTest(name = "{0} {1} x {2} at {3} bp, tax included {4}: net {5} tax {6} gross {7}")
    @CsvSource({
        "GBP, 2955, 1, 2000, true, 2462, 493, 2955", // 492.5 is rounded up
        "GBP, 2955, 1, 2000, false, 2955, 591, 3546",
        "EUR, 1999, 3, 1900, true, 5039, 958, 5997", // 957.504
        "EUR, 1999, 3, 700, true, 5605, 392, 5997", // 392.327
        "USD, 1667, 1, 825, false, 1667, 138, 1805", // 137.5275
        "USD, 10, 1, 500, false, 10, 1, 11", // 0.5 is rounded up
        "USD, 9, 1, 500, false, 9, 0, 9", // 0.45 is rounded down
        "USD, 10, 3, 500, false, 30, 2, 32", // 1.5 is rounded up, once per line and not three times 0.5
        "JPY, 1980, 1, 1000, true, 1800, 180, 1980", // yen have no smaller unit
        "JPY, 105, 1, 1000, false, 105, 11, 116", // 10.5
        "JPY, 98, 2, 800, true, 181, 15, 196", // 14.519
        "CHF, 12345, 7, 810, true, 79940, 6475, 86415", // 6475.13
        "USD, 12345, 2, 0, false, 24690, 0, 24690",
        "USD, 100000000000, 100000, 10000, false, 10000000000000000, 10000000000000000, 20000000000000000"
    })
    void aLineIsRoundedHalfUpOnce(
            String currency, long price, int quantity, int rate, boolean included, long net, long tax, long gross) {
        var terms = new Terms(List.of(list("list", currency, null, included)), taxes(rate, rate));
        var quote =
                quoted(request(currency, line(SHIRT, quantity, "standard")), terms, Map.of(SHIRT, on("list", price)));
        assertThat(quote.lines().getFirst().net()).isEqualTo(Money.of(net, currency));
        assertThat(quote.lines().getFirst().tax()).isEqualTo(Money.of(tax, currency));
        assertThat(quote.gross()).isEqualTo(Money.of(gross, currency));
    }

    @Test
    void severalRatesAreSummedPerLineAndShownPerRate() {
        var terms = new Terms(List.of(list("list", "EUR", null, true)), taxes(1900, 700));
        var quote = quoted(
                request("EUR", line(SHIRT, 1, "standard"), line(BOOK, 1, "books"), line(SHIRT, 2, "standard")),
                terms,
                Map.of(SHIRT, on("list", 1999), BOOK, on("list", 1000)));
        assertThat(quote.taxes()).isEqualTo(Map.of(1900, Money.of(319 + 638, "EUR"), 700, Money.of(65, "EUR")));
        assertThat(quote.gross()).isEqualTo(Money.of(6997, "EUR"));
        assertThat(quote.net().plus(quote.tax())).isEqualTo(quote.gross());
    }

    @Test
    void aListForThePlaceComesBeforeOneForEverywhereAndASaleBeforeTheUsualPrice() {
        var everywhere = list("everywhere", "EUR", null, true);
        var here = list("here", "EUR", "eu", true);
        var sale = new PriceList(
                new PriceListId("sale"), Currency.getInstance("EUR"), "eu", true, NOW, NOW.plusSeconds(60));
        var terms = new Terms(List.of(everywhere, sale, here), taxes(0, 0));
        var prices = Map.of(SHIRT, new SkuPrices(Map.of(everywhere.id(), 300L, here.id(), 200L, sale.id(), 100L)));
        var request = request("EUR", line(SHIRT, 1, "standard"));
        assertThat(gross(request, terms, prices, NOW)).isEqualTo(100);
        assertThat(gross(request, terms, prices, NOW.plusSeconds(59))).isEqualTo(100);
        assertThat(gross(request, terms, prices, NOW.plusSeconds(60))).isEqualTo(200);
        assertThat(gross(request, terms, prices, NOW.minusSeconds(1))).isEqualTo(200);
        var without = new Terms(List.of(everywhere), taxes(0, 0));
        assertThat(gross(request, without, prices, NOW)).isEqualTo(300);
    }

    @Test
    void whatHasNoPriceOrNoTaxIsNamedAndNeverSoldForNothing() {
        var terms = new Terms(List.of(list("list", "EUR", null, true)), Map.of());
        var priced = Map.of(SHIRT, on("list", 100));
        assertThat(PriceEngine.quote(request("EUR", line(BOOK, 1, "books")), terms, List.of(), priced, NOW))
                .isEqualTo(new Unpriced(BOOK, Unpriced.Reason.NO_PRICE));
        assertThat(PriceEngine.quote(request("USD", line(SHIRT, 1, "standard")), terms, List.of(), priced, NOW))
                .isEqualTo(new Unpriced(SHIRT, Unpriced.Reason.NO_PRICE));
        assertThat(PriceEngine.quote(request("EUR", line(SHIRT, 1, "standard")), terms, List.of(), priced, NOW))
                .isEqualTo(new Unpriced(SHIRT, Unpriced.Reason.NO_TAX_RATE));
    }

    @Test
    void theOrderOfLinesChangesNoAmountAndEveryTotalAddsUp() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var prices = new HashMap<Sku, SkuPrices>();
            var lines = Stream.generate(() -> new Sku("S" + random.nextInt(1000)))
                    .limit(1 + random.nextInt(20))
                    .map(sku -> line(sku, 1 + random.nextInt(9), random.nextBoolean() ? "standard" : "books"))
                    .toList();
            lines.forEach(line -> prices.put(line.sku(), on("list", random.nextInt(100_000))));
            var terms = new Terms(List.of(list("list", "EUR", null, random.nextBoolean())), taxes(1900, 700));
            var one = quoted(new PriceRequest(Currency.getInstance("EUR"), "eu", lines), terms, prices);
            var other = quoted(new PriceRequest(Currency.getInstance("EUR"), "eu", lines.reversed()), terms, prices);
            assertThat(other.gross()).isEqualTo(one.gross());
            assertThat(other.tax()).isEqualTo(one.tax());
            assertThat(one.net().plus(one.tax())).isEqualTo(one.gross());
            assertThat(one.lines().stream()
                            .mapToLong(line -> line.gross().minor())
                            .sum())
                    .isEqualTo(one.gross().minor());
        }
    }

    @Test
    void whatIsTakenOffComesInOneOrderAndNeverTakesMoreThanThereIs() {
        var terms = new Terms(List.of(list("list", "EUR", null, true)), taxes(1900, 700));
        var prices = Map.of(SHIRT, on("list", 1999), BOOK, on("list", 1000));
        var damaged = new Cut(Cut.Kind.PERCENT, 1500, "DAMAGED", null, null);
        var each = new Cut(Cut.Kind.EACH, 100, "GOODWILL", null, null);
        var off = new Cut(Cut.Kind.AMOUNT, 500, Cut.COUPON, "FIVE", null);
        var quote = quoted(
                new PriceRequest(
                        Currency.getInstance("EUR"),
                        "eu",
                        List.of(
                                new PriceRequest.Line(SHIRT, Quantity.of(3), "standard", List.of(damaged, each)),
                                new PriceRequest.Line(BOOK, Quantity.of(1), "books")),
                        List.of(off)),
                terms,
                prices);
        // 59.97 - 15 % (9.00) - 3 x 1.00 = 47.97, with the book 57.97; of 5.00 off that 4.1375 and 0.8625 fall to them.
        assertThat(quote.gross()).isEqualTo(Money.of(5297, "EUR"));
        assertThat(quote.lines().get(0).gross()).isEqualTo(Money.of(4383, "EUR"));
        assertThat(quote.lines().get(1).gross()).isEqualTo(Money.of(914, "EUR"));
        assertThat(quote.taken()).extracting(one -> one.amount().minor()).containsExactly(900L, 300L, 500L);
        var all = quoted(
                new PriceRequest(
                        Currency.getInstance("EUR"),
                        "eu",
                        List.of(line(SHIRT, 1, "standard"), line(BOOK, 2, "books")),
                        List.of(new Cut(Cut.Kind.AMOUNT, 999_999, "GOODWILL", null, null))),
                terms,
                prices);
        assertThat(all.gross().isZero()).isTrue();
        assertThat(all.lines())
                .allMatch(line -> line.gross().isZero() && line.tax().isZero());
    }

    @Test
    void whatIsTakenOffTheWholeFallsToTheLinesToTheCentWhateverTheirOrder() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var prices = new HashMap<Sku, SkuPrices>();
            var names = random.ints(0, 1000)
                    .distinct()
                    .limit(1 + random.nextInt(20))
                    .boxed()
                    .toList();
            var lines =
                    names.stream().map(name -> cut(new Sku("S" + name), random)).toList();
            lines.forEach(line -> prices.put(line.sku(), on("list", random.nextInt(10_000))));
            var terms = new Terms(List.of(list("list", "EUR", null, random.nextBoolean())), taxes(1900, 700));
            var whole = List.of(
                    new Cut(Cut.Kind.PERCENT, 1 + random.nextInt(10_000), "LOYAL", null, null),
                    new Cut(Cut.Kind.AMOUNT, 1 + random.nextInt(5_000), Cut.COUPON, "X-1", null));
            var one = quoted(new PriceRequest(Currency.getInstance("EUR"), "eu", lines, whole), terms, prices);
            var other =
                    quoted(new PriceRequest(Currency.getInstance("EUR"), "eu", lines.reversed(), whole), terms, prices);
            assertThat(other.lines().reversed()).isEqualTo(one.lines());
            assertThat(one.lines())
                    .noneMatch(
                            line -> line.gross().isNegative() || line.discount().isNegative());
            assertThat(one.lines())
                    .allMatch(line -> line.listed().minus(line.discount()).equals(line.shown()));
            assertThat(one.taken().stream()
                            .mapToLong(taken -> taken.amount().minor())
                            .sum())
                    .isEqualTo(one.discount().minor());
        }
    }

    private static PriceRequest.Line cut(Sku sku, Random random) {
        var cuts = random.nextInt(3) == 0
                ? List.of(new Cut(Cut.Kind.EACH, 1 + random.nextInt(500), "DAMAGED", null, null))
                : List.<Cut>of();
        return new PriceRequest.Line(sku, Quantity.of(1 + random.nextInt(9)), "standard", cuts);
    }

    private static long gross(PriceRequest request, Terms terms, Map<Sku, SkuPrices> prices, Instant at) {
        return ((Quote) PriceEngine.quote(request, terms, List.of(), prices, at)).gross().minor();
    }

    private static Quote quoted(PriceRequest request, Terms terms, Map<Sku, SkuPrices> prices) {
        return (Quote) PriceEngine.quote(request, terms, List.of(), prices, NOW);
    }

    private static PriceRequest request(String currency, PriceRequest.Line... lines) {
        return new PriceRequest(Currency.getInstance(currency), "eu", List.of(lines));
    }

    private static PriceRequest.Line line(Sku sku, int quantity, String category) {
        return new PriceRequest.Line(sku, Quantity.of(quantity), category);
    }

    private static PriceList list(String id, String currency, @Nullable String group, boolean included) {
        return PriceList.always(new PriceListId(id), Currency.getInstance(currency), group, included);
    }

    private static SkuPrices on(String list, long minor) {
        return new SkuPrices(Map.of(new PriceListId(list), minor));
    }

    private static Map<Terms.TaxKey, TaxRate> taxes(int standard, int books) {
        return Map.of(
                new Terms.TaxKey("eu", "standard"), new TaxRate(standard),
                new Terms.TaxKey("eu", "books"), new TaxRate(books));
    }
}
