package io.stoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.Text;
import io.stoa.database.IndexPlans;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class SearchTest {

    private static final PriceListId LIST = new PriceListId("us");

    @Autowired
    Search search;

    @Autowired
    SearchTable table;

    @Autowired
    IndexPlans indexPlans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Upkeep upkeep;

    @Autowired
    Catalog catalog;

    @Autowired
    Pricing pricing;

    @Autowired
    Retailer retailer;

    @BeforeEach
    void theWebShopIsOpen() {
        retailer.sellOnTheWeb();
    }

    @Test
    void searchForgivesTypingErrorsAndAnswersWhileTyping() {
        publish("TYPO-1", "Women's cashmere Sweater (Brown)", "Typo/Knit");
        for (var typed : List.of("cashmere sweater", "cashm", "chasmere", "CASHMERE, sweatr", "womens cashmere",
                "cashmere sweaters", "cahsmere swaeter", "ashmere", "cashhmere sweater", "the cashmere sweater")) {
            assertThat(titles(Wanted.text(typed, 10))).as(typed).containsExactly("Women's cashmere Sweater (Brown)");
            assertThat(search.first(typed, "en", 3)).as(typed).hasSize(1);
        }
        assertThat(search.find(Wanted.text("cashmere", 10)).reading()).isEqualTo(Found.Reading.AS_TYPED);
        var corrected = search.find(Wanted.text("chasmere", 10));
        assertThat(corrected.reading()).isEqualTo(Found.Reading.CORRECTED);
        assertThat(corrected.read()).containsExactly("cashmere");
        assertThat(titles(Wanted.text("qq'qq \"<qqqqqqqq>' | & ! :* \\", 10))).isEmpty();
        assertThat(titles(Wanted.text("!!!", 10))).isEmpty();
    }

    @Test
    void whenNothingHasAllWordsThoseThatHaveSomeAreShownAndItIsSaid() {
        publish("SOME-1", "Bergamot candle", "Some");
        var found = search.find(Wanted.text("bergamot xylophone", 10));
        assertThat(found.reading()).isEqualTo(Found.Reading.SOME);
        assertThat(found.products()).extracting(ProductCard::title).containsExactly("Bergamot candle");
    }

    @Test
    void theWholeTitleComesBeforeItsBeginningAndWhatIsInStockBeforeWhatIsSoldOut() {
        var store = retailer.store("rank");
        publish("RANK-D", "Something else", "Rank", new Text("Something else", "goes with a zephyrine"));
        publish("RANK-W", "Long zephyrine coat", "Rank");
        publish("RANK-S", "Warm zephyrine coat", "Rank");
        publish("RANK-P", "Zephyrine coat long", "Rank");
        publish("RANK-E", "Zephyrine", "Rank");
        retailer.stock(new Sku("RANK-W-1"), store, 1);
        await().untilAsserted(() -> assertThat(titles(Wanted.text("zephyrine", 10)))
                .containsExactly("Zephyrine", "Zephyrine coat long", "Long zephyrine coat", "Warm zephyrine coat", "Something else"));
        var found = search.find(Wanted.text("zephyrine", 10));
        assertThat(found.soldOut()).hasSize(4);
        retailer.count(new Sku("RANK-W-1"), store, 0);
        await().untilAsserted(() -> assertThat(titles(Wanted.text("zephyrine coat", 10)))
                .containsExactly("Zephyrine coat long", "Warm zephyrine coat", "Long zephyrine coat"));
    }

    @Test
    void whoLooksForAWordFindsItsSynonymsAtOnceAndUntilTheyAreTakenAway() {
        publish("SYN-1", "Merino pulloverette", "Syn");
        assertThat(titles(Wanted.text("jumperkin", 10))).isEmpty();
        var group = new Synonyms("knits", List.of("Jumperkin", "pulloverette", "knitted thing"));
        assertThat(search.save(group, new Expected.Nothing(), Touchpoint.SYSTEM)).isEqualTo(new Saved.Done(1, true));
        for (var typed : List.of("jumperkin", "jumperkins", "merino jumperkin", "knitted thing", "pulloverette", "merino jumperk")) {
            assertThat(titles(Wanted.text(typed, 10))).as(typed).containsExactly("Merino pulloverette");
        }
        assertThat(search.save(group, new Expected.Nothing(), Touchpoint.SYSTEM)).isEqualTo(new Saved.Stale());
        assertThat(search.forget("knits", new Expected.Something(), Touchpoint.SYSTEM)).isTrue();
        assertThat(titles(Wanted.text("jumperkin", 10))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Synonyms("knits", List.of("one", "ONE ")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Synonyms("knits", List.of("one", "!")));
    }

    @Test
    void everyCountIsWhatOneGetsByChoosingIt() {
        var store = retailer.store("facet");
        var other = retailer.store("facet-other");
        var colours = List.of("red", "blue", "blue", "green", "green", "green");
        for (int i = 0; i < 12; i++) {
            var code = "FACET-" + i;
            var sku = new Sku(code + "-1");
            pricing.setPrices(LIST, Map.of(sku, new Money(700L + 600L * i, Retailer.USD)), Touchpoint.SYSTEM);
            publish(code, "Quernstone " + i, i < 8 ? "Facet/Low" : "Facet/High", Map.of("Colour", colours.get(i % 6), "Number", "n" + i), "brand " + i % 2);
            if (i % 4 != 3) {
                retailer.stock(sku, i % 3 == 0 ? store : other, 1);
            }
        }
        var all = Wanted.text("quernstone", 50).countingAt(store);
        await().untilAsserted(() -> assertThat(search.find(all).facets().inStock()).isEqualTo(9));
        var facets = search.find(all).facets();
        assertThat(facets.here()).isEqualTo(search.find(all.at(store)).total()).isEqualTo(3);
        assertThat(facets.inStock()).isEqualTo(search.find(all.onlyInStock()).total());
        assertThat(facets.shelves()).extracting(Facets.Shelf::count).containsExactly(12L);
        assertThat(search.find(all.onShelf("facet")).facets().shelves())
                .extracting(Facets.Shelf::name, Facets.Shelf::count)
                .containsExactlyInAnyOrder(tuple("Low", 8L), tuple("High", 4L));
        var shelf = Wanted.all(50).onShelf("facet").onlyInStock();
        assertThat(titles(shelf)).as("without a word too").hasSize(9).containsExactlyInAnyOrderElementsOf(titles(all.onlyInStock()));
        assertThat(search.find(shelf).facets()).isEqualTo(search.find(all.onShelf("facet").onlyInStock().countingAt(null)).facets());
        assertThat(search.find(shelf.countingAt(store)).facets().here()).isEqualTo(3);
        assertThat(facets.bands()).hasSizeGreaterThan(2);
        for (var band : facets.bands()) {
            assertThat(search.find(all.costing(band.band())).total()).as(band.toString()).isEqualTo(band.count());
        }
        for (var trait : facets.traits()) {
            for (var value : trait.values()) {
                var chosen = Map.of(trait.name(), Set.of(value.value()));
                assertThat(search.find(all.with(chosen)).total()).as(trait + " " + value).isEqualTo(value.count());
            }
        }
        assertThat(facets.traits()).extracting(Facets.Trait::name).contains("Colour", "brand").doesNotContain("Care");
        var red = all.with(Map.of("Colour", Set.of("red")));
        assertThat(search.find(red).total()).isEqualTo(2);
        assertThat(trait(search.find(red), "Colour")).as("as if no colour were chosen").isEqualTo(trait(search.find(all), "Colour"));
        var both = all.with(Map.of("Colour", Set.of("red", "blue"), "brand", Set.of("brand 0"))).onlyInStock();
        assertThat(search.find(both).total()).isEqualTo(4);
        assertThat(titles(all.by(Wanted.Order.CHEAPEST))).startsWith("Quernstone 0", "Quernstone 1");
        assertThat(titles(all.by(Wanted.Order.DEAREST))).startsWith("Quernstone 11");
        var band = new PriceBand(700, 1_300);
        assertThat(search.find(all.costing(band)).total()).isEqualTo(1);
        pricing.setPrices(LIST, Map.of(new Sku("FACET-11-1"), new Money(800, Retailer.USD)), Touchpoint.SYSTEM);
        await().untilAsserted(() -> assertThat(search.find(all.costing(band)).total()).isEqualTo(2));
    }

    @Test
    void whatIsWithdrawnOrADraftIsNotFoundUntilItIsPublishedAgain() {
        publish("GONE-2", "Vanishing tricorne", "Gone2");
        var id = catalog.byCode("GONE-2").orElseThrow().id();
        assertThat(catalog.withdraw(id, Touchpoint.SYSTEM)).isTrue();
        await().untilAsserted(() -> assertThat(titles(Wanted.text("tricorne", 10))).isEmpty());
        assertThat(titles(Wanted.all(10).onShelf("gone2"))).isEmpty();
        publish("GONE-2", "Vanishing tricorne", "Gone2");
        assertThat(titles(Wanted.text("tricorne", 10))).containsExactly("Vanishing tricorne");
        var _ = catalog.draft(product("GONE-2", Map.of("en", Text.of("Vanishing tricorne")), "Gone2", Map.of(), null), Touchpoint.SYSTEM);
        await().untilAsserted(() -> assertThat(titles(Wanted.text("tricorne", 10))).isEmpty());
    }

    @Test
    void eachFindsInTheirOwnLanguageOrAnyOther() {
        var texts = Map.of("en", new Text("Oilskin", "Dry"), "de", new Text("Ölzeugmäntel", "Trocken"));
        var _ = catalog.publish(product("LANG-2", texts, "Lang2", Map.of(), null), Touchpoint.SYSTEM);
        await().untilAsserted(() -> assertThat(titles(Wanted.text("olzeugmantel", 10).in("de-AT"))).containsExactly("Ölzeugmäntel"));
        assertThat(titles(Wanted.text("ölzeugmäntel", 10).in("fr"))).containsExactly("Oilskin");
    }

    @Test
    void turningPagesShowsEachProductOnce() {
        var products = IntStream.range(0, 57)
                .mapToObj(i -> product("PAGE-" + i, Map.of("en", Text.of("Pageturner " + i)), "Page/Books", Map.of(), null))
                .toList();
        assertThat(catalog.publishAll(products, Touchpoint.SYSTEM)).hasSize(57);
        await().untilAsserted(() -> assertThat(search.find(Wanted.text("pageturner", 10)).total()).isEqualTo(57));
        assertThat(allPages(Wanted.all(10).onShelf("page-books"))).hasSize(57).doesNotHaveDuplicates();
        assertThat(allPages(Wanted.text("pageturner", 10))).hasSize(57).doesNotHaveDuplicates();
        assertThat(search.find(Wanted.all(10).onShelf("no-such-shelf"))).isEqualTo(Found.NOTHING);
    }

    @Test
    void whatAStopForgotIsFoundByLookingAgain() {
        publish("AGAIN-1", "Astrolabe", "Again");
        var id = catalog.byCode("AGAIN-1").orElseThrow().id();
        assertThat(upkeep.restock(List.of(id))).as("nothing has changed").isZero();
        assertThat(upkeep.after(new ProductId(id.value() - 1))).contains(id);
    }

    @Test
    void wordsAndShelvesAreLookedUpInTheirIndexes() {
        var words = new SearchTable.Asked(List.of("shi:*", "re:*"), false, "shi re", null, List.of(500L));
        var shelf = new SearchTable.Asked(List.of(), false, "", "Facet", List.of(500L));
        var plans = transaction.execute(status -> {
            indexPlans.require();
            return List.of(plan(words, Wanted.text("shi re", 9)), plan(shelf, Wanted.all(9)));
        });
        assertThat(plans.getFirst()).contains("Index Scan on article_words").doesNotContain("Seq Scan on article");
        assertThat(plans.getLast()).contains("Index Scan on article_shelves").doesNotContain("Seq Scan on article");
    }

    private String plan(SearchTable.Asked asked, Wanted wanted) {
        return String.join("\n", table.statement("EXPLAIN ", asked, wanted).query(String.class).list());
    }

    private void publish(String code, String title, String category) {
        publish(code, title, category, Text.of(title));
    }

    private void publish(String code, String title, String category, Text text) {
        found(product(code, Map.of("en", text), category, Map.of("Care", "Wash with care, at thirty degrees, and hang it up"), null), title);
    }

    private void publish(String code, String title, String category, Map<String, String> traits, String brand) {
        found(product(code, Map.of("en", Text.of(title)), category, traits, brand), title);
    }

    private void found(NewProduct product, String title) {
        var id = catalog.publish(product, Touchpoint.SYSTEM);
        await().until(() -> search.first(title, "en", 50).stream().anyMatch(card -> card.productId().equals(id)));
    }

    private static NewProduct product(String code, Map<String, Text> texts, String category, Map<String, String> traits, @Nullable String brand) {
        var variant = new NewVariant(new Sku(code + "-1"), null, Map.of());
        return new NewProduct(code, texts, category, brand, "standard", traits, List.of(), List.of(variant));
    }

    private List<String> titles(Wanted wanted) {
        return search.find(wanted).products().stream().map(ProductCard::title).toList();
    }

    private static Facets.Trait trait(Found found, String name) {
        return found.facets().traits().stream().filter(trait -> trait.name().equals(name)).findFirst().orElseThrow();
    }

    private List<ProductId> allPages(Wanted wanted) {
        var ids = new ArrayList<ProductId>();
        boolean more = true;
        for (int page = 1; more; page++) {
            var found = search.find(wanted.page(page));
            found.products().forEach(card -> ids.add(card.productId()));
            more = found.more();
        }
        return ids;
    }
}
