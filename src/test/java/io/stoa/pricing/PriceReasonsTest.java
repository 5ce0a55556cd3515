package io.stoa.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.pricing.PriceReason.Listed;
import io.stoa.pricing.PriceReason.Promoted;
import io.stoa.pricing.PriceVectors.Vector;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why something costs what it costs: by hand, and never another story than the quote's, whatever the purchase. */
class PriceReasonsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant BEFORE = NOW.minus(9, ChronoUnit.DAYS);
    private static final Instant AFTER = NOW.plus(9, ChronoUnit.DAYS);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Sku MUG = new Sku("MUG");
    private static final Map<Terms.TaxKey, TaxRate> TAXES = Map.of(new Terms.TaxKey("eu", Terms.STANDARD), new TaxRate(2000));

    static List<Vector> all() {
        return PriceVectors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void tellsOfEachPromotionWhatTheQuoteSays(Vector vector) {
        var told = new HashMap<String, Long>();
        var skus = vector.request().lines().stream().map(PriceRequest.Line::sku).collect(Collectors.toSet());
        for (var sku : skus) {
            var reason = Reasoning.why(vector.request(), sku, vector.terms(), vector.promotions(), vector.prices(), PriceVectors.ASKED);
            assertThat(reason.promotions()).allSatisfy(one ->
                    assertThat(one.off().isZero() || one.fate() == Fate.APPLIES).as("%s", one).isTrue());
            reason.promotions().forEach(one -> told.merge(one.promotion().name(), one.off().minor(), Long::sum));
        }
        told.values().removeIf(none -> none == 0);
        assertThat(told).isEqualTo(vector.taken().stream()
                .collect(Collectors.groupingBy(PriceVectors.Took::promotion, Collectors.summingLong(PriceVectors.Took::minor))));
    }

    @Test
    void theVectorsShowEveryFateThatAPurchaseCanMake() {
        var fates = all().stream()
                .flatMap(vector -> vector.request().lines().stream().flatMap(line -> Reasoning.why(
                                vector.request(), line.sku(), vector.terms(), vector.promotions(), vector.prices(), PriceVectors.ASKED)
                        .promotions()
                        .stream()))
                .map(Promoted::fate)
                .collect(Collectors.toSet());
        assertThat(fates)
                .contains(Fate.APPLIES, Fate.TOO_FEW, Fate.BELOW_MINIMUM, Fate.EXCLUDED, Fate.BEATEN, Fate.OVER, Fate.NOT_YET)
                .contains(Fate.SWITCHED_OFF, Fate.OTHER_CURRENCY, Fate.OTHER_DOOR, Fate.OTHER_GROUP);
    }

    @Test
    void everyListWithAPriceSaysWhyItIsNotThatOne() {
        var lists = Map.of(
                list("sale", "eu", BEFORE, AFTER), 700L,
                list("eu", "eu", null, null), 900L,
                list("everywhere", null, null, null), 950L,
                list("us", "us", null, null), 800L,
                list("spring", "eu", null, BEFORE), 600L,
                list("christmas", "eu", AFTER, null), 500L,
                new PriceList(new PriceListId("pounds"), Currency.getInstance("GBP"), "eu", true, null, null), 750L);
        var reason = why(lists, 1);
        assertThat(reason.lists().stream().collect(Collectors.toMap(one -> one.list().id().value(), Listed::fate)))
                .isEqualTo(Map.of(
                        "sale", Fate.APPLIES,
                        "eu", Fate.AFTER_ANOTHER,
                        "everywhere", Fate.AFTER_ANOTHER,
                        "us", Fate.OTHER_GROUP,
                        "spring", Fate.OVER,
                        "christmas", Fate.NOT_YET,
                        "pounds", Fate.OTHER_CURRENCY));
        assertThat(reason.listed().orElseThrow().price()).isEqualTo(new Money(700, EUR));
        assertThat(((Quote) reason.outcome()).gross()).isEqualTo(new Money(700, EUR));
    }

    @Test
    void whatHasNoPriceSaysWhereItWouldHaveOne() {
        var reason = why(Map.of(list("us", "us", null, null), 800L), 1);
        assertThat(reason.outcome()).isEqualTo(new Unpriced(MUG, Unpriced.Reason.NO_PRICE));
        assertThat(reason.listed()).isEmpty();
        assertThat(reason.lists()).extracting(Listed::fate).containsExactly(Fate.OTHER_GROUP);
    }

    @Test
    void aPromotionSaysWhatItWaitsFor() {
        var list = Map.of(list("eu", "eu", null, null), 1000L);
        var three = promotion("three", new Offer.BuyGet(2, 1, 10_000, null), Combination.STACKING, 0, Reach.EVERYWHERE);
        var much = promotion("much", new Offer.WholePercent(1000), Combination.STACKING, 2500, Reach.EVERYWHERE);
        assertThat(fates(why(list, 2, three, much))).isEqualTo(Map.of("three", Fate.TOO_FEW, "much", Fate.BELOW_MINIMUM));
        // The third is free, and what is left does not cost enough.
        var reason = why(list, 3, three, much);
        assertThat(fates(reason)).isEqualTo(Map.of("three", Fate.APPLIES, "much", Fate.BELOW_MINIMUM));
        assertThat(reason.promotions().getFirst().off()).isEqualTo(new Money(1000, EUR));
    }

    @Test
    void ofThoseOfWhichOneHoldsEachOtherSaysSo() {
        var list = Map.of(list("eu", "eu", null, null), 1000L);
        var deal = new Combination(Combination.Mode.BEST_DEAL, "deal");
        var only = new Combination(Combination.Mode.EXCLUSIVE, "only");
        var reason = why(
                list,
                1,
                promotion("good", new Offer.Percent(1000), deal, 0, Reach.EVERYWHERE),
                promotion("better", new Offer.Percent(2000), deal, 0, Reach.EVERYWHERE),
                promotion("needs", new Offer.BuyGet(2, 1, 10_000, null), deal, 0, Reach.EVERYWHERE),
                promotion("first", new Offer.Each(100), only, 0, Reach.EVERYWHERE),
                promotion("second", new Offer.Each(200), only, 0, Reach.EVERYWHERE));
        assertThat(fates(reason))
                .isEqualTo(Map.of(
                        "good", Fate.BEATEN, "better", Fate.APPLIES, "needs", Fate.TOO_FEW, "first", Fate.APPLIES, "second", Fate.EXCLUDED));
    }

    @Test
    void customersHearNothingOfWhatIsToComeOrForOthers() {
        var lists = Map.of(list("eu", "eu", null, null), 1000L, list("christmas", "eu", AFTER, null), 500L);
        var reason = why(
                lists,
                1,
                promotion("now", new Offer.Percent(1000), Combination.STACKING, 0, Reach.EVERYWHERE),
                promotion("near", new Offer.BuyGet(2, 1, 10_000, null), Combination.STACKING, 0, Reach.EVERYWHERE),
                promotion("soon", new Offer.Percent(5000), Combination.STACKING, 0, new Reach(Set.of(), Set.of(), AFTER, null)),
                promotion("till", new Offer.Percent(5000), Combination.STACKING, 0, new Reach(Set.of(Channel.TILL), Set.of(), null, null)));
        assertThat(fates(reason)).hasSize(4);
        assertThat(fates(reason.open())).isEqualTo(Map.of("now", Fate.APPLIES, "near", Fate.TOO_FEW));
        assertThat(reason.open().lists()).extracting(one -> one.list().id().value()).containsExactly("eu");
    }

    private static PriceReason why(Map<PriceList, Long> lists, int pieces, Promotion... promotions) {
        var minors = lists.entrySet().stream().collect(Collectors.toMap(one -> one.getKey().id(), Map.Entry::getValue));
        var line = new PriceRequest.Line(MUG, Quantity.of(pieces), "standard");
        return Reasoning.why(
                new PriceRequest(EUR, "eu", Channel.WEB, List.of(line)),
                MUG,
                new Terms(List.copyOf(lists.keySet()), TAXES),
                List.of(promotions),
                Map.of(MUG, new SkuPrices(minors)),
                NOW);
    }

    private static Map<String, Fate> fates(PriceReason reason) {
        return reason.promotions().stream().collect(Collectors.toMap(one -> one.promotion().name(), Promoted::fate));
    }

    private static PriceList list(String id, @Nullable String group, @Nullable Instant from, @Nullable Instant until) {
        return new PriceList(new PriceListId(id), EUR, group, true, from, until);
    }

    private static Promotion promotion(String id, Offer offer, Combination combination, long minimum, Reach reach) {
        return new Promotion(new PromotionId(id), id, offer, Goods.ALL, reach, EUR, minimum, 10, combination, true);
    }
}
