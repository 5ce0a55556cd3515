package io.stoa.shop.seen;

import io.stoa.catalog.Category;
import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.reviews.Rating;
import io.stoa.shared.Money;
import io.stoa.shop.Link;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The heads of the pages that others look at. */
@Component
public class Heads {

    private final Site site;

    Heads(Site site) {
        this.site = site;
    }

    public Seen home(PageFrame frame, HttpServletRequest request) {
        var name = frame.livery().name();
        var said = frame.said(frame.livery().strapline());
        return Seen.page(site.whole("/shop", request), name, said == null ? frame.t("shop.home.lead") : said)
                .with(List.of(LinkedData.shop(name, whole(request))));
    }

    /** A department. Narrowed down, or on a later page, it names the department as its own address and is not listed. */
    public Seen shelf(Category category, List<Link> path, boolean narrowed, PageFrame frame, HttpServletRequest request) {
        var name = category.name(frame.texts().language());
        var href = "/shop/category/" + UriUtils.encodePathSegment(category.slug(), StandardCharsets.UTF_8);
        var way = new ArrayList<>(path);
        way.add(Link.to(name, href));
        var seen = Seen.page(site.whole(href, request), name, frame.t("find.seen.shelf", name, frame.livery().name()))
                .with(List.of(LinkedData.way(way, whole(request))));
        return narrowed ? seen.unlisted() : seen;
    }

    /** What a search found: nobody else's business. */
    public Seen search(String title, HttpServletRequest request) {
        return Seen.page(site.whole("/shop/search", request), title, "").unlisted();
    }

    /** An article is one page, whichever of its variants is chosen. */
    public Seen article(
            Product product,
            Variant variant,
            @Nullable Money price,
            boolean inStock,
            Rating rating,
            List<Link> path,
            PageFrame frame,
            HttpServletRequest request) {
        var language = frame.texts().language();
        var address = site.whole("/shop/product/" + product.id(), request);
        var chosen = address + "?sku=" + UriUtils.encode(variant.sku().value(), StandardCharsets.UTF_8);
        var way = new ArrayList<>(path);
        way.add(Link.to(product.title(language), "/shop/product/" + product.id()));
        var offered = new LinkedData.Offered(chosen, product, variant, price, inStock, rating);
        List<Map<String, Object>> data =
                List.of(LinkedData.product(offered, language, whole(request)), LinkedData.way(way, whole(request)));
        var picture = site.whole(product.imageUrl(), request);
        return new Seen(address, "product", product.title(language), product.description(language), picture, true, data);
    }

    public Seen stores(String title, String text, HttpServletRequest request) {
        return Seen.page(site.whole("/shop/stores", request), title, text);
    }

    public Seen store(Location store, String text, HttpServletRequest request) {
        var address = site.whole("/shop/stores/" + store.id(), request);
        return Seen.page(address, store.name(), text).with(List.of(LinkedData.store(store, address)));
    }

    private UnaryOperator<String> whole(HttpServletRequest request) {
        return path -> site.whole(path, request);
    }
}
