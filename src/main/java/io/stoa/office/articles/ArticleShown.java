package io.stoa.office.articles;

import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.inventory.Availability;
import io.stoa.locations.Location;
import io.stoa.office.Sentence;
import io.stoa.page.Picture;
import io.stoa.pricing.PriceList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One article with all that is known of it, in the visitor's language.
 *
 * @param languages of its texts, and those of the house
 * @param taxes what it may be taxed with
 * @param places where stock of it may lie
 * @param editable whether it may be changed here at all
 */
public record ArticleShown(
        Product article,
        String title,
        List<Picture> pictures,
        List<String> languages,
        List<PriceList> lists,
        List<Variant> offered,
        List<Taxed> taxes,
        List<Lying> stock,
        List<Location> places,
        List<Past> past,
        List<Told> trail,
        boolean editable) {

    /** A category of taxes, and its rates in words. */
    public record Taxed(String category, String rates) {}

    /** How much of a SKU lies at a place. */
    public record Lying(String place, Variant variant, String href, Availability counters) {}

    /** Something that was changed in the office, before and after in words; the address is that of its change. */
    public record Past(String what, String before, String after, String who, String when, boolean undone, String href) {}

    /** Something that happened; the address is that of its values. */
    public record Told(Sentence sentence, String at, String href) {}

    public String here() {
        return "/office/articles/" + article.id().value();
    }

    /** What it is taxed with, in words. */
    public String rates() {
        return taxes.stream().filter(tax -> tax.category().equals(article.taxCategory())).map(Taxed::rates).collect(Collectors.joining());
    }

    /** What its stock is told under. */
    public String stockTopics() {
        return offered.stream().map(variant -> "stock:" + variant.sku()).collect(Collectors.joining(" "));
    }

    /** What it, and its prices, are told under. */
    public String topics() {
        return offered.stream().map(variant -> " price:" + variant.sku()).collect(Collectors.joining("", "product:" + article.id().value(), ""));
    }

    /** What can be promised, everywhere. */
    public long available() {
        return stock.stream().mapToLong(one -> one.counters().available()).sum();
    }

    /** The badge of its status. */
    public String tone() {
        return switch (article.status()) {
            case PUBLISHED -> "good";
            case DRAFT -> "wait";
            case WITHDRAWN -> "stop";
        };
    }
}
