package io.stoa.shop.seen;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.page.Livery;
import io.stoa.page.PageFrame;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shop.Market;
import io.stoa.shop.Market.Offered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/**
 * All goods that have a price on the web, for Google Merchant Center and those who read the same: RSS 2.0 with the fields
 * of {@code http://base.google.com/ns/1.0}, one item for each variant, written as it is read.
 */
@Controller
class GoodsFeed {

    private static final String FIELDS = "http://base.google.com/ns/1.0";
    private static final int BATCH = 200;
    private static final int TITLE_MAX = 150;
    private static final int DESCRIPTION_MAX = 5_000;
    private static final Map<String, String> OPTIONS = Map.of(
            "colour", "g:color", "color", "g:color", "farbe", "g:color", "size", "g:size", "größe", "g:size", "material", "g:material");

    private final Catalog catalog;
    private final Inventory inventory;
    private final Market market;
    private final Site site;
    private final Turns turns;

    GoodsFeed(Catalog catalog, Inventory inventory, Market market, Site site, Turns turns) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.market = market;
        this.site = site;
        this.turns = turns;
    }

    @GetMapping("/feeds/products.xml")
    void products(PageFrame frame, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        try (var _ = turns.take();
                var xml = Feed.xml(response)) {
            xml.open("rss").attribute("version", "2.0").namespace("g", FIELDS).open("channel");
            channel(xml, frame.livery(), request);
            @Nullable String after = "0";
            while (after != null) {
                var page = catalog.published(after, BATCH);
                items(xml, page.items(), frame.texts().language(), request);
                after = page.next();
            }
            xml.close("channel");
            xml.close("rss");
        }
    }

    private void channel(Feed xml, Livery livery, HttpServletRequest request) throws XMLStreamException {
        xml.element("title", livery.name())
                .element("link", site.whole("/shop", request))
                .element("description", livery.name());
    }

    private void items(Feed xml, List<Product> products, String language, HttpServletRequest request) throws XMLStreamException {
        var skus = products.stream().flatMap(GoodsFeed::offered).map(Variant::sku).toList();
        var prices = market.offered(skus);
        var inStock = inStock(skus);
        for (var product : products) {
            for (var variant : offered(product).toList()) {
                var price = prices.get(variant.sku());
                if (price != null) {
                    item(xml, product, variant, price, inStock.contains(variant.sku()), language, request);
                }
            }
        }
    }

    private void item(
            Feed xml, Product product, Variant variant, Offered price, boolean inStock, String language, HttpServletRequest request)
            throws XMLStreamException {
        var title = variant.title().isEmpty() ? product.title(language) : product.title(language) + ", " + variant.title();
        var description = product.description(language).isBlank() ? title : product.description(language);
        var sku = UriUtils.encode(variant.sku().value(), StandardCharsets.UTF_8);
        xml.open("item")
                .element("g:id", variant.sku().value())
                .element("g:title", cut(title, TITLE_MAX))
                .element("g:description", cut(description, DESCRIPTION_MAX))
                .element("g:link", site.whole("/shop/product/" + product.id() + "?sku=" + sku, request))
                .element("g:image_link", site.whole(product.imageUrl(), request))
                .element("g:availability", inStock ? "in_stock" : "out_of_stock")
                .element("g:price", amount(price.listed()))
                .element("g:product_type", product.category().replace("/", " > "));
        if (price.isReduced()) {
            xml.element("g:sale_price", amount(price.price()));
        }
        if (product.variants().size() > 1) {
            xml.element("g:item_group_id", product.code());
        }
        if (product.brand() != null) {
            xml.element("g:brand", product.brand());
        }
        var gtin = variant.gtin();
        if (gtin == null) {
            xml.element("g:identifier_exists", "no");
        } else {
            xml.element("g:gtin", gtin.digits());
        }
        for (var option : variant.options().entrySet()) {
            var field = OPTIONS.get(option.getKey().toLowerCase(Locale.ROOT));
            if (field != null) {
                xml.element(field, cut(option.getValue(), 100));
            }
        }
        xml.close("item");
    }

    private static String amount(Money price) {
        return LinkedData.amount(price) + " " + price.currency().getCurrencyCode();
    }

    private Set<Sku> inStock(Collection<Sku> skus) {
        return inventory.availability(skus).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.available() > 0)
                .map(Availability::sku)
                .collect(Collectors.toSet());
    }

    static Stream<Variant> offered(Product product) {
        return product.variants().stream().filter(Variant::offered);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
