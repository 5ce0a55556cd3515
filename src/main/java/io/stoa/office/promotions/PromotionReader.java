package io.stoa.office.promotions;

import io.stoa.catalog.Catalog;
import io.stoa.office.Days;
import io.stoa.page.Texts;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Amounts;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a form into a promotion, and remembers by field what has to be put right. For one form each. */
final class PromotionReader {

    private static final Pattern PIECES = Pattern.compile("(\\S+)(?:\\s+[x×*]\\s*([0-9]{1,4}))?");
    private static final int BUNDLE_MAX = 20;
    private static final int SKUS_MAX = 900;
    private static final int PRIORITY_MAX = 1_000;
    private static final int NAME_MAX = 100;
    private static final int GROUP_MAX = 40;
    private static final int ID_MAX = 36;

    private final PromotionForm form;
    private final @Nullable Promotion there;
    private final Catalog catalog;
    private final Currency currency;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** @param there what is changed by the form, whose times of day it does not show, and so keeps */
    PromotionReader(PromotionForm form, @Nullable Promotion there, Catalog catalog, Currency currency, Texts texts) {
        this.form = form;
        this.there = there;
        this.catalog = catalog;
        this.currency = currency;
        this.texts = texts;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** Empty where something has to be put right. */
    Optional<Promotion> read(PromotionId id) {
        var name = form.text("name");
        check("name", !name.isEmpty() && name.length() <= NAME_MAX);
        var offer = offer();
        var goods = new Goods(skus("skus"), shelves("shelves"));
        var minimum = form.text("minimum").isEmpty() ? Optional.of(Money.zero(currency)) : Amounts.read(form.text("minimum"), currency);
        check("minimum", minimum.isPresent());
        check("dates", Days.fit(form.text("from"), form.text("until")));
        int priority = number("priority", 0, PRIORITY_MAX);
        var mode = Arrays.stream(Combination.Mode.values())
                .filter(one -> one.name().equals(form.text("mode")))
                .findFirst()
                .orElse(Combination.Mode.STACKING);
        var group = mode == Combination.Mode.STACKING ? "" : form.text("group");
        check("group", mode == Combination.Mode.STACKING || (!group.isEmpty() && group.length() <= GROUP_MAX));
        if (!errors.isEmpty() || offer == null) {
            return Optional.empty();
        }
        long least = minimum.orElseThrow().minor();
        var money = offer.saysAmount() || least > 0 ? currency : null;
        return Optional.of(new Promotion(
                id, name, offer, goods, reach(), money, least, priority, new Combination(mode, group), form.has("active", "on")));
    }

    /** For an address, from its name. */
    PromotionId id() {
        var plain = Words.plain(form.text("name")).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new PromotionId(plain.isEmpty() ? "promotion" : plain.substring(0, Math.min(ID_MAX, plain.length())));
    }

    private @Nullable Offer offer() {
        return switch (form.text("kind")) {
            case "PERCENT" -> share(0).map(Offer.Percent::new).orElse(null);
            case "WHOLE_PERCENT" -> share(0).map(Offer.WholePercent::new).orElse(null);
            case "EACH" -> amount(1).map(Offer.Each::new).orElse(null);
            case "WHOLE_AMOUNT" -> amount(1).map(Offer.WholeAmount::new).orElse(null);
            case "BUY_GET" -> buyGet();
            case "TOGETHER" -> {
                int pieces = number("pieces", 2, Offer.PIECES_MAX);
                yield amount(0).filter(minor -> pieces > 0).map(minor -> new Offer.Together(pieces, minor)).orElse(null);
            }
            case "BUNDLE" -> {
                var pieces = pieces("bundle");
                check("bundle", errors.containsKey("bundle") || (!pieces.isEmpty() && pieces.size() <= BUNDLE_MAX));
                yield amount(0).filter(minor -> !errors.containsKey("bundle")).map(minor -> new Offer.Bundle(pieces, minor)).orElse(null);
            }
            default -> {
                check("kind", false);
                yield null;
            }
        };
    }

    /** Where nobody says how much cheaper, it is free. */
    private @Nullable Offer buyGet() {
        int buy = number("buy", 1, Offer.PIECES_MAX);
        int get = number("get", 1, Offer.PIECES_MAX);
        var reward = new Goods(skus("reward"), shelves("rewardShelves"));
        var off = share(Offer.FREE);
        return buy < 1 || get < 1 || off.isEmpty()
                ? null
                : new Offer.BuyGet(buy, get, off.get(), reward.equals(Goods.ALL) ? null : reward);
    }

    private Reach reach() {
        var before = there == null ? Reach.EVERYWHERE : there.reach();
        var from = form.text("from");
        var until = form.text("until");
        return new Reach(
                Arrays.stream(Channel.values()).filter(door -> form.has("doors", door.name())).collect(Collectors.toSet()),
                form.all("groups").collect(Collectors.toSet()),
                from.equals(Days.first(before.from())) ? before.from() : Days.begin(from),
                until.equals(Days.last(before.until())) ? before.until() : Days.end(until));
    }

    private Set<String> shelves(String field) {
        return form.all(field).filter(slug -> catalog.category(slug).isPresent()).collect(Collectors.toSet());
    }

    // --- Fields

    private void check(String field, boolean fine) {
        if (!fine) {
            errors.putIfAbsent(field, texts.get("promotion.wrong." + field));
        }
    }

    /** @param otherwise in basis points, where nothing is typed; none when 0 */
    private Optional<Integer> share(int otherwise) {
        var share = form.text("share").isEmpty() && otherwise > 0 ? Optional.of(otherwise) : Amounts.share(form.text("share"));
        check("share", share.isPresent());
        return share;
    }

    private Optional<Long> amount(long least) {
        var amount = Amounts.read(form.text("amount"), currency).map(Money::minor).filter(minor -> minor >= least);
        check("amount", amount.isPresent());
        return amount;
    }

    /** 0 where it is none of those. */
    private int number(String field, int least, int most) {
        var typed = form.text(field);
        int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
        boolean fine = number >= least && number <= most;
        check(field, fine);
        return fine ? number : 0;
    }

    private Set<Sku> skus(String field) {
        return pieces(field).keySet();
    }

    /** One in each line or parted by commas, such as {@code MUG} or {@code MUG x 2}; all of them are articles of the shop. */
    SortedMap<Sku, Integer> pieces(String field) {
        var pieces = new TreeMap<Sku, Integer>();
        for (var typed : form.text(field).split("[\\n,;]")) {
            var line = PIECES.matcher(typed.strip());
            if (line.matches() && isSku(line.group(1))) {
                pieces.merge(new Sku(line.group(1)), line.group(2) == null ? 1 : Integer.parseInt(line.group(2)), Integer::sum);
            } else if (!typed.isBlank()) {
                errors.putIfAbsent(field, texts.get("promotion.wrong.sku", typed.strip()));
            }
        }
        unknown(pieces.keySet()).ifPresent(sku -> errors.putIfAbsent(field, texts.get("promotion.wrong.unknown", sku)));
        check(field, pieces.size() <= SKUS_MAX && pieces.values().stream().allMatch(some -> some > 0 && some <= Offer.PIECES_MAX));
        return pieces;
    }

    private static boolean isSku(String typed) {
        return typed.length() <= 64 && typed.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private Optional<Sku> unknown(Collection<Sku> skus) {
        var known = catalog.items(skus);
        return skus.stream().filter(sku -> !known.containsKey(sku)).findFirst();
    }
}
