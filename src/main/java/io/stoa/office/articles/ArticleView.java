package io.stoa.office.articles;

import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.edits.ByHand;
import io.stoa.edits.EditLine;
import io.stoa.events.Audit;
import io.stoa.events.Event;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.StockShown;
import io.stoa.office.Wording;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Tax;
import io.stoa.shared.Money;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of one article. */
@Component
class ArticleView {

    /** So many prices are changed by a file. */
    private static final int PRICES_MAX = 200;

    private static final int PAST_MAX = 20;
    private static final int TRAIL_MAX = 20;
    private static final List<String> HOUSE = List.of("en", "de");
    private static final String STANDARD = "standard";
    private static final double WHOLE = 10_000;

    private final Pricing pricing;
    private final Inventory inventory;
    private final Locations locations;
    private final ByHand byHand;
    private final Audit audit;
    private final Wording wording;

    ArticleView(Pricing pricing, Inventory inventory, Locations locations, ByHand byHand, Audit audit, Wording wording) {
        this.pricing = pricing;
        this.inventory = inventory;
        this.locations = locations;
        this.byHand = byHand;
        this.audit = audit;
        this.wording = wording;
    }

    /** English and German first, then those that the article has besides. */
    static List<String> languages(Product product) {
        return Stream.concat(HOUSE.stream(), product.titles().keySet().stream()).distinct().toList();
    }

    static boolean editable(Product product, List<PriceList> lists) {
        return product.status() == Product.Status.PUBLISHED && ArticleForm.offered(product).size() * lists.size() <= PRICES_MAX;
    }

    /** Those that there are rates for, and its own. */
    Set<String> taxes(Product product) {
        return Stream.concat(Stream.of(STANDARD, product.taxCategory()), pricing.taxes().stream().map(Tax::category))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    ArticleShown of(Product product, PageFrame frame) {
        var texts = frame.texts();
        var title = product.title(texts.language());
        var offered = ArticleForm.offered(product);
        var lists = pricing.lists();
        return new ArticleShown(
                product,
                title,
                pictures(product, title),
                languages(product),
                lists,
                offered,
                taxes(product).stream().map(tax -> new ArticleShown.Taxed(tax, rates(tax, texts))).toList(),
                stock(offered),
                locations.byId().values().stream().filter(Location::hasStock).sorted(Comparator.comparing(Location::name)).toList(),
                byHand.of(product.id(), PAST_MAX).stream().map(past -> past(past, frame)).toList(),
                audit.of(keys(product, offered, lists), TRAIL_MAX).stream().map(event -> told(event, frame)).toList(),
                editable(product, lists));
    }

    private static List<Picture> pictures(Product product, String title) {
        return product.media().isEmpty()
                ? List.of(Picture.of(product.imageUrl(), title))
                : product.media().stream().map(one -> Picture.of(one.url(), one.description().isBlank() ? title : one.description())).toList();
    }

    /** By group of places; the category for all where it has no rate of its own. */
    private String rates(String category, Texts texts) {
        var byGroup = pricing.taxes().stream()
                .filter(tax -> tax.category().equals(category) || tax.category().equals(STANDARD))
                .collect(Collectors.toMap(Tax::group, Function.identity(), (one, other) -> one.category().equals(category) ? one : other));
        var percent = NumberFormat.getPercentInstance(texts.locale());
        percent.setMaximumFractionDigits(2);
        return byGroup.values().stream()
                .sorted(Comparator.comparing(Tax::group))
                .map(tax -> tax.group() + " " + percent.format(tax.basisPoints() / WHOLE))
                .collect(Collectors.joining(" · "));
    }

    private List<ArticleShown.Lying> stock(List<Variant> offered) {
        var rows = inventory.availability(offered.stream().map(Variant::sku).toList());
        return offered.stream()
                .flatMap(variant -> rows.getOrDefault(variant.sku(), List.of()).stream()
                        .map(row -> new ArticleShown.Lying(
                                wording.place(row.location()), variant, StockShown.href(row.sku(), row.location()), row)))
                .sorted(Comparator.comparing(ArticleShown.Lying::place))
                .toList();
    }

    private ArticleShown.Past past(ByHand.Past past, PageFrame frame) {
        var line = past.line();
        var edit = past.edit();
        var list = line.part().isEmpty() ? edit.wish().list() : line.field() == EditLine.Field.PRICE ? new PriceListId(line.part()) : null;
        var what = frame.t("articles.field." + line.field()) + of(line);
        return new ArticleShown.Past(
                what,
                value(line, line.before(), list, frame.texts()),
                value(line, line.after(), list, frame.texts()),
                edit.actor().substring(edit.actor().indexOf(':') + 1),
                frame.moment(edit.createdAt(), ZoneId.systemDefault()),
                line.outcome() == EditLine.Outcome.UNDONE,
                ChangesPage.HERE + "/" + edit.id());
    }

    private static String of(EditLine line) {
        var of = line.field() == EditLine.Field.BARCODE && line.sku() != null ? line.sku().value() : line.part();
        return of.isEmpty() ? "" : " (" + of + ")";
    }

    private String value(EditLine line, @Nullable String value, @Nullable PriceListId list, Texts texts) {
        if (value == null || line.field() != EditLine.Field.PRICE) {
            return ChangesShown.brief(Objects.requireNonNullElse(value, ""));
        }
        return pricing.lists().stream()
                .filter(one -> one.id().equals(list))
                .map(one -> texts.money(new Money(Long.parseLong(value), one.currency())))
                .findFirst()
                .orElse(value);
    }

    private static List<String> keys(Product product, List<Variant> offered, List<PriceList> lists) {
        var prices = offered.stream().flatMap(variant -> lists.stream().map(list -> "price:" + variant.sku() + "@" + list.id()));
        return Stream.concat(Stream.of("product:" + product.id()), prices).limit(PRICES_MAX).toList();
    }

    private ArticleShown.Told told(Event event, PageFrame frame) {
        return new ArticleShown.Told(
                wording.sentence(event, frame.texts()), frame.moment(event.at(), ZoneId.systemDefault()), "/office/audit/" + event.seq());
    }
}
