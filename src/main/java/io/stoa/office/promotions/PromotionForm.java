package io.stoa.office.promotions;

import io.stoa.office.Days;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Amounts;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A promotion as it was typed, by field; those that its kind does not ask for count for nothing. */
public record PromotionForm(Map<String, List<String>> fields) {

    /** What a promotion can give, as the page lists it. */
    static final List<String> KINDS = List.of("PERCENT", "EACH", "BUY_GET", "TOGETHER", "BUNDLE", "WHOLE_PERCENT", "WHOLE_AMOUNT");

    public PromotionForm {
        fields = Map.copyOf(fields);
    }

    static PromotionForm fresh() {
        return new PromotionForm(Map.of(
                "kind", List.of("PERCENT"),
                "priority", List.of("10"),
                "mode", List.of("STACKING"),
                "buy", List.of("2"),
                "get", List.of("1"),
                "active", List.of("on")));
    }

    static PromotionForm of(Promotion promotion, Currency house) {
        var currency = Objects.requireNonNullElse(promotion.currency(), house);
        var fields = new TreeMap<>(fresh().fields());
        fields.put("name", List.of(promotion.name()));
        fields.putAll(offer(promotion.offer(), currency));
        fields.put("skus", List.of(skus(promotion.goods())));
        fields.put("shelves", List.copyOf(promotion.goods().categories()));
        fields.put("doors", promotion.reach().doors().stream().map(Channel::name).toList());
        fields.put("groups", List.copyOf(promotion.reach().groups()));
        fields.put("from", List.of(Objects.requireNonNullElse(Days.first(promotion.reach().from()), "")));
        fields.put("until", List.of(Objects.requireNonNullElse(Days.last(promotion.reach().until()), "")));
        fields.put("minimum", List.of(promotion.minimum() == 0 ? "" : amount(promotion.minimum(), currency)));
        fields.put("priority", List.of(String.valueOf(promotion.priority())));
        fields.put("mode", List.of(promotion.combination().mode().name()));
        fields.put("group", List.of(promotion.combination().group()));
        fields.put("active", promotion.active() ? List.of("on") : List.of());
        return new PromotionForm(fields);
    }

    private static Map<String, List<String>> offer(Offer offer, Currency currency) {
        return switch (offer) {
            case Offer.Percent(int share) -> Map.of("kind", List.of("PERCENT"), "share", List.of(Amounts.share(share)));
            case Offer.WholePercent(int share) -> Map.of("kind", List.of("WHOLE_PERCENT"), "share", List.of(Amounts.share(share)));
            case Offer.Each(long minor) -> Map.of("kind", List.of("EACH"), "amount", List.of(amount(minor, currency)));
            case Offer.WholeAmount(long minor) -> Map.of("kind", List.of("WHOLE_AMOUNT"), "amount", List.of(amount(minor, currency)));
            case Offer.BuyGet some ->
                Map.of(
                        "kind", List.of("BUY_GET"),
                        "buy", List.of(String.valueOf(some.buy())),
                        "get", List.of(String.valueOf(some.get())),
                        "share", List.of(Amounts.share(some.basisPoints())),
                        "reward", List.of(some.reward() == null ? "" : skus(some.reward())),
                        "rewardShelves", some.reward() == null ? List.of() : List.copyOf(some.reward().categories()));
            case Offer.Together(int pieces, long minor) ->
                Map.of("kind", List.of("TOGETHER"), "pieces", List.of(String.valueOf(pieces)), "amount", List.of(amount(minor, currency)));
            case Offer.Bundle(var pieces, long minor) ->
                Map.of("kind", List.of("BUNDLE"), "bundle", List.of(pieces(pieces)), "amount", List.of(amount(minor, currency)));
        };
    }

    private static String amount(long minor, Currency currency) {
        return new Money(minor, currency).decimal().toPlainString();
    }

    private static String skus(Goods goods) {
        return goods.skus().stream().sorted().map(Sku::value).collect(Collectors.joining("\n"));
    }

    private static String pieces(SortedMap<Sku, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(piece -> piece.getValue() == 1 ? piece.getKey().value() : piece.getKey() + " x " + piece.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Never null, for templates. */
    public String text(String field) {
        return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    /** Whatever was typed or ticked there. */
    Stream<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream().filter(value -> !value.isBlank());
    }

    /** Whether it says more than what it gives, on what and when. */
    public boolean isLimited() {
        return Stream.of("minimum", "group").anyMatch(field -> !text(field).isEmpty()) || all("doors").findAny().isPresent() || all("groups").findAny().isPresent();
    }
}
