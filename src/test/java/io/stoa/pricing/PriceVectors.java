package io.stoa.pricing;

import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Channel;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The purchases of {@code vectors.txt}, which says at its beginning how it is laid out. */
public final class PriceVectors {

    static final Instant ASKED = Instant.parse("2026-11-21T12:00:00Z");

    private PriceVectors() {}

    /** What a promotion took off. */
    record Took(String promotion, long minor) {}

    /** What a line costs; its pieces that come back one after the other are worth so much. */
    public record Costs(long net, long tax, long gross, List<Long> back) {}

    /** One purchase and what it costs. */
    public record Vector(String shows, Terms terms, List<Promotion> promotions, Map<Sku, SkuPrices> prices, PriceRequest request, List<Took> taken, List<Costs> costs) {

        @Override
        public String toString() {
            return shows;
        }
    }

    public static List<Vector> all() {
        var text = text();
        return Arrays.stream(text.split("\nvector "))
                .skip(1)
                .map(PriceVectors::vector)
                .toList();
    }

    private static String text() {
        try (var file = PriceVectors.class.getResourceAsStream("vectors.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Vector vector(String text) {
        var said = text.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(" ", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
        var list = of(said, "list").findFirst().orElseThrow().split(" ");
        var currency = Currency.getInstance(list[0]);
        var taxes = of(said, "tax").findFirst().orElseThrow().split(" ");
        var prices = new HashMap<Sku, SkuPrices>();
        var lines = new ArrayList<PriceRequest.Line>();
        for (var line : of(said, "line").toList()) {
            var words = line.split(" ", 6);
            prices.put(new Sku(words[0]), new SkuPrices(Map.of(new PriceListId("list"), Long.valueOf(words[2]))));
            lines.add(new PriceRequest.Line(
                    new Sku(words[0]),
                    Quantity.of(Integer.parseInt(words[1])),
                    words[4],
                    words[3].equals("-") ? Set.of() : Set.of(words[3]),
                    words.length < 6 ? List.of() : List.of(cut(words[5]))));
        }
        var cuts = of(said, "cut").map(PriceVectors::cut).toList();
        var terms = new Terms(
                List.of(PriceList.always(new PriceListId("list"), currency, null, list[1].equals("included"))),
                Map.of(
                        new Terms.TaxKey("eu", "standard"), new TaxRate(Integer.parseInt(taxes[0])),
                        new Terms.TaxKey("eu", "reduced"), new TaxRate(Integer.parseInt(taxes[1]))));
        return new Vector(
                text.lines().findFirst().orElseThrow(),
                terms,
                of(said, "promo").map(promo -> promotion(promo, currency)).toList(),
                prices,
                new PriceRequest(currency, "eu", Channel.WEB, lines, cuts, false),
                of(said, "taken").map(PriceVectors::took).toList(),
                of(said, "costs").map(PriceVectors::costs).toList());
    }

    private static Stream<String> of(Map<String, List<String>> said, String word) {
        return said.getOrDefault(word, List.of()).stream();
    }

    private static Cut cut(String text) {
        var words = text.split(" ");
        return new Cut(Cut.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), Long.parseLong(words[1]), "GIVEN", null, null);
    }

    private static Took took(String text) {
        var words = text.split(" ");
        return new Took(words[0], Long.parseLong(words[1]));
    }

    private static Costs costs(String text) {
        var amounts = Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
        return new Costs(amounts.get(0), amounts.get(1), amounts.get(2), amounts.subList(3, amounts.size()));
    }

    private static Promotion promotion(String text, Currency currency) {
        var parts = text.split(" \\| ");
        var head = parts[0].split(" ");
        var mode = Combination.Mode.valueOf(head[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        var reach = parts[4];
        return new Promotion(
                new PromotionId(head[0]),
                head[0],
                offer(parts[1].split(" ")),
                goods(parts[2]),
                reach(reach),
                reach.equals("other-currency") ? Currency.getInstance("GBP") : currency,
                Long.parseLong(parts[3]),
                Integer.parseInt(head[1]),
                new Combination(mode, head[3].replace("-", "")),
                !reach.equals("off"));
    }

    private static Goods goods(String text) {
        var named = text.equals("all") ? List.<String>of() : List.of(text.split(","));
        return new Goods(
                named.stream().filter(name -> !name.startsWith("/")).map(Sku::new).collect(Collectors.toSet()),
                named.stream().filter(name -> name.startsWith("/")).map(name -> name.substring(1)).collect(Collectors.toSet()));
    }

    private static Reach reach(String text) {
        var words = text.split(" ");
        return switch (words[0]) {
            case "door" -> new Reach(Set.of(Channel.valueOf(words[1])), Set.of(), null, null);
            case "group" -> new Reach(Set.of(), Set.of(words[1]), null, null);
            case "from" -> new Reach(Set.of(), Set.of(), Instant.parse(words[1]), null);
            case "until" -> new Reach(Set.of(), Set.of(), null, Instant.parse(words[1]));
            default -> Reach.EVERYWHERE;
        };
    }

    private static Offer offer(String[] words) {
        return switch (words[0]) {
            case "percent" -> new Offer.Percent(Integer.parseInt(words[1]));
            case "each" -> new Offer.Each(Long.parseLong(words[1]));
            case "buy-get" ->
                new Offer.BuyGet(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        words.length > 4 ? goods(words[4]) : null);
            case "together" -> new Offer.Together(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            case "bundle" -> new Offer.Bundle(bundle(words[1]), Long.parseLong(words[2]));
            case "whole-percent" -> new Offer.WholePercent(Integer.parseInt(words[1]));
            case "whole-amount" -> new Offer.WholeAmount(Long.parseLong(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static SortedMap<Sku, Integer> bundle(String text) {
        var pieces = new TreeMap<Sku, Integer>();
        for (var part : text.split(",")) {
            pieces.put(new Sku(part.substring(0, part.indexOf('*'))), Integer.valueOf(part.substring(part.indexOf('*') + 1)));
        }
        return pieces;
    }
}
