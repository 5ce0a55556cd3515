package io.stoa.shop.seen;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductId;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/**
 * Where the pages are (sitemaps.org 0.9): an index, one part for departments and stores, and parts of up to 50,000
 * articles, written as they are read.
 */
@Controller
class SiteMap {

    static final int PART = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int BATCH = 200;

    private final Catalog catalog;
    private final Locations locations;
    private final Site site;
    private final Turns turns;

    SiteMap(Catalog catalog, Locations locations, Site site, Turns turns) {
        this.catalog = catalog;
        this.locations = locations;
        this.site = site;
        this.turns = turns;
    }

    /** Everything may be read but what is one visitor's own, or one of endless many ways to narrow a search down. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots(HttpServletRequest request) {
        return """
                User-agent: *
                Disallow: /shop/cart
                Disallow: /shop/checkout
                Disallow: /shop/orders
                Disallow: /shop/account
                Disallow: /shop/wishes
                Disallow: /shop/suggestions
                Disallow: /shop/stock
                Disallow: /*?*a.
                Disallow: /*?*sort=
                Disallow: /office
                Disallow: /till
                Disallow: /desk
                Sitemap: %s
                """.formatted(site.whole("/sitemap.xml", request));
    }

    @GetMapping("/sitemap.xml")
    void index(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
        try (var xml = Feed.xml(response)) {
            xml.open("sitemapindex").namespace(NAMESPACE);
            xml.open("sitemap").element("loc", site.whole("/sitemap/pages.xml", request)).close("sitemap");
            for (var first : catalog.everyNth(PART)) {
                var part = site.whole("/sitemap/products-" + first + ".xml", request);
                xml.open("sitemap").element("loc", part).close("sitemap");
            }
            xml.close("sitemapindex");
        }
    }

    @GetMapping("/sitemap/pages.xml")
    void pages(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
        try (var xml = Feed.xml(response)) {
            xml.open("urlset").namespace(NAMESPACE);
            page(xml, "/shop", request);
            page(xml, "/shop/stores", request);
            for (var shelf : catalog.categories()) {
                if (shelf.products() > 0) {
                    page(xml, "/shop/category/" + UriUtils.encodePathSegment(shelf.slug(), StandardCharsets.UTF_8), request);
                }
            }
            for (var place : locations.all()) {
                if (place.kind() == Location.Kind.STORE && place.open()) {
                    page(xml, "/shop/stores/" + place.id(), request);
                }
            }
            xml.close("urlset");
        }
    }

    /** From this article on. */
    @GetMapping("/sitemap/products-{first:[1-9][0-9]{0,17}}.xml")
    void products(@PathVariable long first, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        if (!catalog.everyNth(PART).contains(new ProductId(first))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try (var _ = turns.take();
                var xml = Feed.xml(response)) {
            xml.open("urlset").namespace(NAMESPACE);
            var after = Long.toString(first - 1);
            for (int written = 0; written < PART && after != null; written += BATCH) {
                var page = catalog.published(after, BATCH);
                for (var product : page.items()) {
                    page(xml, "/shop/product/" + product.id(), request);
                }
                after = page.next();
            }
            xml.close("urlset");
        }
    }

    private void page(Feed xml, String path, HttpServletRequest request) throws XMLStreamException {
        xml.open("url").element("loc", site.whole(path, request)).close("url");
    }
}
