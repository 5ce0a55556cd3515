package io.stoa.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What promotions take off: cases reckoned by hand, bugs that others had, and the best of all ways tried one by one. */
class PromotionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Combination SALE = new Combination(Combination.Mode.BEST_DEAL, "sale");
    private static final Combination ONE = new Combination(Combination.Mode.EXCLUSIVE, "one");
    private static final long NO_SET = Long.MAX_VALUE / 4;

    /** So many pieces of a SKU at a price. */
    private record Bought(String sku, int pieces, long price, Set<String> shelves) {}

    /** One piece, for whoever tries all ways. */
    private record Piece(String sku, long price) {}

    // --- By hand

    @Test
    void threeForTwoTakesTheCheapestOfEachSetFromTheDearestDown() {
        // 10, 10, (10), 1, 1, (1): not the two cheapest of all six.
        assertThat(gross(List.of(bought("A", 3, 1000), bought("B", 3, 100)), off("3for2", new Offer.BuyGet(2, 1, 10_000, null))))
                .isEqualTo(2200);
    }

    @Test
    void aShareIsRoundedForAPieceSoThatThreeCostThreeTimesWhatThePageSays() {
        // 20 % of 19.99 is 3.998: a piece costs 15.99. Off 59.97 it would have been 11.99 and 47.98.
        assertThat(gross(List.of(bought("A", 3, 1999)), off("fifth", new Offer.Percent(2000)))).isEqualTo(3 * 1599);
    }

    @Test
    void promotionsComeBeforeWhatIsGivenAndBeforeCoupons() {
        var coupon = new Cut(Cut.Kind.AMOUNT, 500, Cut.COUPON, "FIVE", null);
        var quote = quoted(List.of(bought("A", 2, 2000)), List.of(coupon), off("half", new Offer.Percent(5000)));
        assertThat(quote.gross().minor()).isEqualTo(1500);
        assertThat(quote.taken()).extracting(one -> one.cut().reason()).containsExactly(Cut.PROMOTION, Cut.COUPON);
        assertThat(quote.taken()).extracting(one -> one.amount().minor()).containsExactly(2000L, 500L);
        assertThat(quote.taken().getFirst().cut().note()).isEqualTo("half");
    }

    @Test
    void anAmountWithoutACurrencyIsRefused() {
        assertThatThrownBy(() -> promotion("five", new Offer.Each(500), Goods.ALL, 10, Combination.STACKING, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Offer.Percent(10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Combination(Combination.Mode.BEST_DEAL, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    // --- What went wrong elsewhere

    /** medusajs/medusa #16396: applied in two of six orders of lines, because the pieces that had to be bought were taken greedily. */
    @Test
    void aRewardThatMayAlsoBeBoughtIsFoundInEveryOrderOfLines() {
        var offer = promotion(
                "b", new Offer.BuyGet(2, 1, 6100, Goods.of(new Sku("A"))), goods("A", "B", "C"), 10, Combination.STACKING, 0, EUR);
        for (var order : List.of("ABC", "ACB", "BAC", "BCA", "CAB", "CBA")) {
            var cart = order.chars().mapToObj(sku -> bought(String.valueOf((char) sku), 1, 12500)).toList();
            assertThat(gross(cart, offer)).as(order).isEqualTo(37500 - 7625);
        }
    }

    /** medusajs/medusa #13431: four of the shelf and at last a shirt of the same shelf got nothing. */
    @Test
    void aShirtOfTheShelfIsTheRewardForFourOthersOfIt() {
        var offer = promotion("b", new Offer.BuyGet(4, 1, 10_000, Goods.of(new Sku("T"))), Goods.on("apparel"), 10, Combination.STACKING, 0, EUR);
        var cart = List.of(new Bought("P", 4, 3000, Set.of("apparel")), new Bought("T", 1, 1500, Set.of("apparel")));
        assertThat(gross(cart, offer)).isEqualTo(12000);
        assertThat(gross(List.of(new Bought("T", 5, 1500, Set.of("apparel"))), offer)).isEqualTo(6000);
    }

    /** medusajs/medusa #13265: twice what has to be bought gives twice. */
    @Test
    void twiceAsMuchGivesTwice() {
        var offer = off("b", new Offer.BuyGet(2, 1, 10_000, null));
        assertThat(gross(List.of(bought("A", 6, 1000)), offer)).isEqualTo(4000);
        assertThat(gross(List.of(bought("A", 8, 1000)), offer)).isEqualTo(6000);
    }

    /** saleor/saleor #17453: a coupon of 70 % on top of 40 % off was reckoned on the price before it, and goods were free. */
    @Test
    void aCouponIsReckonedOnWhatPromotionsLeft() {
        var coupon = new Cut(Cut.Kind.PERCENT, 7000, Cut.COUPON, "SEVENTY", null);
        var quote = quoted(List.of(bought("A", 10, 1000)), List.of(coupon), off("forty", new Offer.Percent(4000)));
        assertThat(quote.gross().minor()).isEqualTo(1800);
    }

    /** odoo/odoo #150833: the line of a reward counted as bought and earned the next one. */
    @Test
    void whatIsFreeEarnsNothing() {
        var offer = off("b", new Offer.BuyGet(1, 1, 10_000, null));
        assertThat(gross(List.of(bought("A", 2, 1000)), offer)).isEqualTo(1000);
        assertThat(gross(List.of(bought("A", 3, 1000)), offer)).isEqualTo(2000);
    }

    /** vendurehq/vendure #3585: no priority, nothing that excludes, no rule for what adds up. */
    @Test
    void thereIsATurnAndAGroupOfWhichOneHoldsOnly() {
        var tenth = promotion("tenth", new Offer.Percent(1000), Goods.ALL, 20, ONE, 0, EUR);
        var five = promotion("five", new Offer.Each(500), Goods.ALL, 10, ONE, 0, EUR);
        assertThat(gross(List.of(bought("A", 1, 10000)), tenth, five)).isEqualTo(9500);
        assertThat(gross(List.of(bought("A", 1, 10000)), tenth, off("two", new Offer.Each(200)))).isEqualTo(8800);
    }

    /** odoo/odoo #6224: till and invoice differed by a cent. Four lines with 21 % on top: each line is rounded, here and there. */
    @Test
    void taxIsRoundedOncePerLineAtEveryDoor() {
        var cart = List.of(bought("A", 4, 148), bought("B", 1, 152), bought("C", 1, 154), bought("D", 1, 39));
        var terms = new Terms(
                List.of(PriceList.always(new PriceListId("list"), EUR, null, false)),
                Map.of(new Terms.TaxKey("eu", "standard"), new TaxRate(2100)));
        var quote = (Quote) PriceEngine.quote(request(cart, List.of()), terms, List.of(), prices(cart), NOW);
        assertThat(quote.net().minor()).isEqualTo(937);
        assertThat(quote.tax().minor()).isEqualTo(124 + 32 + 32 + 8);
    }

    // --- Against all ways there are

    @Test
    void noWayToMakeSetsIsBetterForTheCustomer() {
        var random = new Random(25);
        for (int round = 0; round < 400; round++) {
            int buy = 1 + random.nextInt(3);
            int get = 1 + random.nextInt(2);
            var cart = cart(random, 8);
            var offer = off("b", new Offer.BuyGet(buy, get, 10_000, null));
            long least = least(pieces(cart), buy + get, set -> sum(set) - sum(cheapest(set, get)));
            assertThat(gross(cart, offer)).as("%s, buy %d get %d", cart, buy, get).isEqualTo(least);
        }
    }

    @Test
    void noWayToChooseRewardsIsBetterForTheCustomer() {
        var random = new Random(26);
        for (int round = 0; round < 400; round++) {
            int buy = 1 + random.nextInt(2);
            int get = 1 + random.nextInt(2);
            var cart = cart(random, 7);
            var bought = some(random);
            var rewards = some(random);
            var offer = promotion("b", new Offer.BuyGet(buy, get, 10_000, goods(rewards)), goods(bought), 10, Combination.STACKING, 0, EUR);
            long least = least(pieces(cart), buy + get, set -> free(set, get, List.of(bought), List.of(rewards)));
            assertThat(gross(cart, offer)).as("%s, buy %d of %s get %d of %s", cart, buy, List.of(bought), get, List.of(rewards)).isEqualTo(least);
        }
    }

    @Test
    void noWayToMakeBundlesIsBetterForTheCustomer() {
        var random = new Random(27);
        for (int round = 0; round < 400; round++) {
            var cart = cart(random, 8);
            long price = random.nextInt(3000);
            int any = 2 + random.nextInt(2);
            assertThat(gross(cart, off("t", new Offer.Together(any, price))))
                    .isEqualTo(least(pieces(cart), any, set -> price));
            var parts = new TreeMap<>(Map.of(new Sku("A"), 1, new Sku("B"), 1 + random.nextInt(2)));
            int size = parts.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(gross(cart, off("u", new Offer.Bundle(parts, price))))
                    .isEqualTo(least(pieces(cart), size, set -> counts(set).equals(parts) ? price : NO_SET));
        }
    }

    @Test
    void ofAGroupTheCustomerHasTheBestDealWhateverElseHolds() {
        var random = new Random(28);
        for (int round = 0; round < 400; round++) {
            var cart = cart(random, 8);
            var others = IntStream.range(0, random.nextInt(3)).mapToObj(i -> any("o" + i, random, Combination.STACKING)).toList();
            var members = IntStream.range(0, 2 + random.nextInt(3)).mapToObj(i -> any("m" + i, random, SALE)).toList();
            long least = Stream.concat(Stream.of(List.<Promotion>of()), members.stream().map(List::of))
                    .mapToLong(chosen -> gross(cart, both(others, chosen)))
                    .min()
                    .orElseThrow();
            var quote = quoted(cart, List.of(), both(others, members));
            assertThat(quote.gross().minor()).as("%s, %s", cart, members).isEqualTo(least);
            assertThat(quote.taken().stream().map(one -> Objects.requireNonNull(one.cut().note())).filter(name -> name.startsWith("m")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** Nobody has to queue twice: two purchases never cost less than one. */
    @Test
    void buyingInTwoPurchasesSavesNothing() {
        var random = new Random(29);
        for (int round = 0; round < 400; round++) {
            var cart = cart(random, 8);
            var offer = any("p", random, Combination.STACKING);
            if (offer.offer().ofWhole()) {
                continue;
            }
            int cutAt = random.nextInt(cart.size() + 1);
            long twice = gross(cart.subList(0, cutAt), offer) + gross(cart.subList(cutAt, cart.size()), offer);
            assertThat(gross(cart, offer)).as("%s, %s", cart, offer).isLessThanOrEqualTo(twice);
        }
    }

    /** The least that pieces can cost when sets of a size have a price, by trying every way to make sets. */
    private static long least(List<Piece> pieces, int size, ToLongFunction<List<Piece>> set) {
        var least = new long[1 << pieces.size()];
        for (int some = 1; some < least.length; some++) {
            int first = Integer.numberOfTrailingZeros(some);
            least[some] = pieces.get(first).price() + least[some & ~(1 << first)];
            for (int chosen = some; chosen > 0; chosen = (chosen - 1) & some) {
                if (Integer.bitCount(chosen) == size && (chosen & 1 << first) != 0) {
                    least[some] = Math.min(least[some], set.applyAsLong(of(pieces, chosen)) + least[some & ~chosen]);
                }
            }
        }
        return least[least.length - 1];
    }

    private static List<Piece> of(List<Piece> pieces, int chosen) {
        return IntStream.range(0, pieces.size()).filter(i -> (chosen & 1 << i) != 0).mapToObj(pieces::get).toList();
    }

    /** What a set costs of which so many of the rewards are free and all others are among those that had to be bought. */
    private static long free(List<Piece> set, int get, List<String> bought, List<String> rewards) {
        long least = NO_SET;
        for (int chosen = 1; chosen < 1 << set.size(); chosen++) {
            var free = of(set, chosen);
            var paid = of(set, ~chosen);
            if (free.size() == get
                    && free.stream().allMatch(piece -> rewards.contains(piece.sku()))
                    && paid.stream().allMatch(piece -> bought.contains(piece.sku()))) {
                least = Math.min(least, sum(paid));
            }
        }
        return least;
    }

    private static List<Piece> cheapest(List<Piece> set, int some) {
        return set.stream().sorted(Comparator.comparing(Piece::price)).limit(some).toList();
    }

    private static Map<Sku, Integer> counts(List<Piece> set) {
        return set.stream().collect(Collectors.groupingBy(piece -> new Sku(piece.sku()), Collectors.summingInt(piece -> 1)));
    }

    private static long sum(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::price).sum();
    }

    private static List<Piece> pieces(List<Bought> cart) {
        return cart.stream()
                .flatMap(line -> Stream.generate(() -> new Piece(line.sku(), line.price())).limit(line.pieces()))
                .toList();
    }

    // --- Carts and promotions

    private static Bought bought(String sku, int pieces, long price) {
        return new Bought(sku, pieces, price, Set.of());
    }

    private static List<Bought> cart(Random random, int most) {
        var cart = new ArrayList<Bought>();
        int pieces = 0;
        for (var sku : List.of("A", "B", "C", "D")) {
            int some = Math.min(most - pieces, random.nextInt(4));
            pieces += some;
            if (some > 0) {
                cart.add(bought(sku, some, 1 + random.nextInt(random.nextBoolean() ? 20 : 2000)));
            }
        }
        return cart.isEmpty() ? List.of(bought("A", 1, 100)) : cart;
    }

    private static String[] some(Random random) {
        var some = Stream.of("A", "B", "C", "D").filter(sku -> random.nextBoolean()).toArray(String[]::new);
        return some.length == 0 ? new String[] {"A"} : some;
    }

    private static Promotion any(String id, Random random, Combination combination) {
        var offer = List.<Offer>of(
                        new Offer.Percent(1 + random.nextInt(9_999)),
                        new Offer.Each(1 + random.nextInt(500)),
                        new Offer.BuyGet(1 + random.nextInt(2), 1, 5000, null),
                        new Offer.Together(2, random.nextInt(2000)),
                        new Offer.WholeAmount(1 + random.nextInt(900)),
                        new Offer.WholePercent(1 + random.nextInt(5_000)))
                .get(random.nextInt(6));
        long minimum = offer.ofWhole() ? random.nextInt(4000) : 0;
        return promotion(id, offer, random.nextBoolean() ? Goods.ALL : goods(some(random)), random.nextInt(3), combination, minimum, EUR);
    }

    private static Promotion off(String name, Offer offer) {
        return promotion(name, offer, Goods.ALL, 30, Combination.STACKING, 0, EUR);
    }

    private static Promotion promotion(
            String name, Offer offer, Goods goods, int priority, Combination combination, long minimum, @Nullable Currency currency) {
        return new Promotion(
                new PromotionId(name), name, offer, goods, Reach.EVERYWHERE, currency, minimum, priority, combination, true);
    }

    private static Goods goods(String... skus) {
        return new Goods(Stream.of(skus).map(Sku::new).collect(Collectors.toSet()), Set.of());
    }

    private static Promotion[] both(Collection<Promotion> some, Collection<Promotion> others) {
        return Stream.concat(some.stream(), others.stream()).toArray(Promotion[]::new);
    }

    private static long gross(List<Bought> cart, Promotion... promotions) {
        return quoted(cart, List.of(), promotions).gross().minor();
    }

    private static Quote quoted(List<Bought> cart, List<Cut> cuts, Promotion... promotions) {
        var terms = new Terms(
                List.of(PriceList.always(new PriceListId("list"), EUR, null, true)),
                Map.of(new Terms.TaxKey("eu", "standard"), new TaxRate(1900)));
        return (Quote) PriceEngine.quote(request(cart, cuts), terms, List.of(promotions), prices(cart), NOW);
    }

    private static PriceRequest request(List<Bought> cart, List<Cut> cuts) {
        var lines = cart.stream()
                .map(line -> new PriceRequest.Line(
                        new Sku(line.sku()), Quantity.of(line.pieces()), "standard", line.shelves(), List.of()))
                .toList();
        return new PriceRequest(EUR, "eu", lines, cuts);
    }

    private static Map<Sku, SkuPrices> prices(List<Bought> cart) {
        var prices = new HashMap<Sku, SkuPrices>();
        cart.forEach(line -> prices.put(new Sku(line.sku()), new SkuPrices(Map.of(new PriceListId("list"), line.price()))));
        return prices;
    }
}
