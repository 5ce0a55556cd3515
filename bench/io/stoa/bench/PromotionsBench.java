package io.stoa.bench;

import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Combination.Mode;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promoting;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What promotions add to a quote: carts of some lines under some promotions of all kinds, a third of them in two groups of which
 * the best deal holds. The baseline multiplies and adds the same prices and knows no promotions.
 */
final class PromotionsBench {

    private static final int CARTS = 5_000;
    private static final int WARM_UP = 2_000;
    private static final int ARTICLES = 400;
    private static final int SHELVES = 8;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private final Random random;

    /** Microseconds of a cart, and how much dearer its median is than the baseline's. */
    public record Measured(double p50, double p99, double max, double ratio) {}

    private record Cart(PriceRequest request, List<Money> prices) {}

    private PromotionsBench(Random random) {
        this.random = random;
    }

    static int run(BenchOptions options) {
        var bench = new PromotionsBench(new Random(options.seed()));
        var results = new LinkedHashMap<String, Measured>();
        for (int lines : List.of(3, 20, 100)) {
            var carts = IntStream.range(0, CARTS).mapToObj(number -> bench.cart(lines)).toList();
            var plain = measure(carts, PromotionsBench::plain, 0);
            results.put(lines + " lines, baseline", plain);
            for (int some : List.of(0, 5, 20)) {
                var promotions = IntStream.range(0, some).mapToObj(bench::promotion).toList();
                results.put(lines + " lines, " + some + " promotions", measure(carts, cart -> off(cart, promotions), plain.p50()));
            }
        }
        System.out.printf("%n%,d carts of each size, %d articles on %d shelves, seed %d%n", CARTS, ARTICLES, SHELVES, options.seed());
        System.out.printf("%-26s %9s %9s %9s %9s%n", "", "p50 µs", "p99 µs", "max µs", "x base");
        results.forEach((name, one) ->
                System.out.printf("%-26s %9.1f %9.1f %9.0f %9.1f%n", name, one.p50(), one.p99(), one.max(), one.ratio()));
        if (options.json()) {
            System.out.println(Json.write(results));
        }
        return 0;
    }

    private Cart cart(int lines) {
        var numbers = random.ints(0, ARTICLES).distinct().limit(lines).toArray();
        var asked = Arrays.stream(numbers)
                .mapToObj(number -> new PriceRequest.Line(
                        new Sku("A" + number), Quantity.of(1 + random.nextInt(4)), "standard", Set.of("shelf-" + number % SHELVES)))
                .toList();
        var prices = Arrays.stream(numbers).mapToObj(number -> new Money(99 + number * 37L, EUR)).toList();
        return new Cart(new PriceRequest(EUR, "eu", Channel.WEB, asked), prices);
    }

    private Promotion promotion(int number) {
        int shelf = random.nextInt(SHELVES);
        var goods = number % 4 == 3 ? Goods.ALL : Goods.on("shelf-" + shelf, "shelf-" + (shelf + 1) % SHELVES);
        var offer = switch (number % 5) {
            case 0 -> new Offer.Percent(1_500);
            case 1 -> new Offer.BuyGet(2, 1, Offer.FREE, null);
            case 2 -> new Offer.Together(3, 2_000);
            case 3 -> new Offer.WholePercent(500);
            default -> new Offer.Each(120);
        };
        var combination = number % 3 == 0 ? new Combination(Mode.BEST_DEAL, "group-" + number % 2) : Combination.STACKING;
        return new Promotion(
                new PromotionId("p" + number), "P" + number, offer, goods, Reach.EVERYWHERE, EUR, 0, 10 + number, combination, true);
    }

    private static long plain(Cart cart) {
        long sum = 0;
        for (int i = 0; i < cart.prices().size(); i++) {
            sum += cart.prices().get(i).minor() * cart.request().lines().get(i).quantity().units();
        }
        return sum;
    }

    private static long off(Cart cart, List<Promotion> promotions) {
        long off = 0;
        for (var line : Promoting.taken(cart.request(), cart.prices(), promotions, NOW)) {
            for (var taken : line) {
                off += taken.amount().minor();
            }
        }
        if (off > plain(cart) || (off == 0 && promotions.size() > 10)) {
            throw new IllegalStateException("That cannot be: " + off + " off " + cart);
        }
        return off;
    }

    private static Measured measure(List<Cart> carts, ToLongFunction<Cart> way, double baseline) {
        if (carts.stream().limit(WARM_UP).mapToLong(way).sum() < 0) {
            throw new IllegalStateException("Nothing costs less than nothing");
        }
        var nanos = new long[carts.size()];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            var _ = way.applyAsLong(carts.get(i));
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        double p50 = nanos[nanos.length / 2] / 1e3;
        return new Measured(p50, nanos[(int) (nanos.length * 0.99)] / 1e3, nanos[nanos.length - 1] / 1e3, baseline == 0 ? 1 : p50 / baseline);
    }
}
