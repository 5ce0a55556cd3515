package io.stoa.office;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.LocationTotal;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.search.Search;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Stock: every place, one place by SKU, or what a search or a scan finds, wherever it lies. */
@Controller
class StockPage {

    private static final int ROWS = 50;
    private static final int FOUND_MAX = 20;

    private final Inventory inventory;
    private final Catalog catalog;
    private final Search search;
    private final Shelves shelves;
    private final Wording wording;

    StockPage(Inventory inventory, Catalog catalog, Search search, Shelves shelves, Wording wording) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.search = search;
        this.shelves = shelves;
        this.wording = wording;
    }

    @GetMapping("/office/stock")
    ModelAndView stock(
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String q,
            PageFrame frame) {
        var shown = location != null
                ? at(location, after, frame.texts())
                : q.isBlank() ? everywhere(frame.texts()) : found(q.strip(), frame.texts());
        return new ModelAndView("office/stock", Map.of("shown", shown, "q", q));
    }

    /** One place, or all of them one after the other. */
    @GetMapping("/office/stock.csv")
    void export(@RequestParam(required = false) @Nullable LocationId location, PageFrame frame, HttpServletResponse response)
            throws IOException {
        var places = location != null
                ? List.of(location)
                : inventory.totals().stream().map(LocationTotal::location).sorted(Comparator.comparing(LocationId::value)).toList();
        try (var out = Csv.file(
                response, "stock.csv", "sku", "title", "location", "on hand", "held", "allocated", "safety", "damaged", "in transit", "available")) {
            for (var place : places) {
                for (String after = ""; after != null; ) {
                    var page = inventory.at(place, after, Page.SIZE_MAX);
                    var items = catalog.items(page.items().stream().map(Availability::sku).toList(), frame.texts().language());
                    page.items().forEach(row -> out.write(line(row, title(row.sku(), items))));
                    after = page.next();
                }
            }
        }
    }

    private static String line(Availability row, String title) {
        return Csv.line(
                row.sku(), title, row.location(), row.onHand(), row.held(), row.allocated(), row.safety(), row.damaged(), row.inTransit(), row.available());
    }

    private StockShown everywhere(Texts texts) {
        var places = shelves.totals().stream()
                .map(total -> BoardView.place(total, shelves, wording))
                .sorted(Comparator.comparing(Board.Place::name, Collator.getInstance(texts.locale())))
                .toList();
        return new StockShown(
                texts.get("office.stock.title"), Pulse.TOPIC, places, List.of(), StockShown.Sums.of(List.of()), null, null, "/office/stock.csv");
    }

    private StockShown at(LocationId location, String after, Texts texts) {
        var page = inventory.at(location, after, ROWS);
        var items = catalog.items(page.items().stream().map(Availability::sku).toList(), texts.language());
        var rows = page.items().stream()
                .map(counters -> new StockShown.Row(
                        title(counters.sku(), items),
                        counters.sku().value(),
                        StockShown.href(counters.sku(), location),
                        counters))
                .toList();
        var here = "/office/stock?location=" + location;
        var next = page.next() == null
                ? null
                : UriComponentsBuilder.fromUriString(here).queryParam("after", "{after}").encode().buildAndExpand(page.next()).toUriString();
        return new StockShown(
                wording.place(location),
                "location:" + location,
                List.of(),
                rows,
                StockShown.Sums.of(rows),
                after.isEmpty() ? null : here,
                next,
                "/office/stock.csv?location=" + location);
    }

    /** A typed or scanned code finds exactly one SKU, words find several. */
    private StockShown found(String text, Texts texts) {
        var skus = catalog.scan(text).map(List::of).orElseGet(() -> byWords(text, texts));
        var items = catalog.items(skus, texts.language());
        var stock = inventory.availability(skus);
        var rows = new ArrayList<StockShown.Row>();
        for (var sku : skus) {
            stock.getOrDefault(sku, List.of()).stream()
                    .sorted(Comparator.comparing(counters -> wording.place(counters.location())))
                    .map(counters -> new StockShown.Row(
                            title(sku, items),
                            wording.place(counters.location()),
                            StockShown.href(sku, counters.location()),
                            counters))
                    .forEach(rows::add);
        }
        var topics = skus.stream().map(sku -> "stock:" + sku).collect(Collectors.joining(" "));
        return new StockShown(
                texts.get("office.stock.found", text), topics, List.of(), rows, StockShown.Sums.of(rows), "/office/stock", null, null);
    }

    private List<Sku> byWords(String text, Texts texts) {
        return search.first(text, texts.language(), FOUND_MAX).stream()
                .map(card -> card.firstSku())
                .toList();
    }

    static String title(Sku sku, Map<Sku, SellableItem> items) {
        var item = items.get(sku);
        if (item == null) {
            return sku.value();
        }
        return item.variantTitle().isBlank() ? item.title() : item.title() + ", " + item.variantTitle();
    }
}
