package io.stoa.catalog;

import static io.stoa.catalog.Products.product;
import static io.stoa.catalog.Products.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Saved;
import io.stoa.shared.Expected;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class CatalogTest {

    @Autowired
    Catalog catalog;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aPublishedProductIsFoundByItsIdCodeAndSku() {
        var id = catalog.publish(product("FIND-1", "Oxford shirt", "Find/Shirts"), Touchpoint.SYSTEM);
        var product = catalog.product(id).orElseThrow();
        assertThat(product.title("en")).isEqualTo("Oxford shirt");
        assertThat(product.variants()).extracting(Variant::title).containsExactly("M");
        assertThat(catalog.byCode("FIND-1")).contains(product);
        assertThat(catalog.bySku(new Sku("FIND-1-1"))).contains(product);
    }

    @Test
    void publishingTheSameAgainChangesNothingAndLeavesNoEvent() {
        var shirt = product("SAME-1", "Shirt", "Same/Shirts");
        var first = catalog.publish(shirt, Touchpoint.SYSTEM);
        var second = catalog.publish(shirt, Touchpoint.SYSTEM);
        assertThat(second).isEqualTo(first);
        assertThat(log.about("product:" + first, 10)).hasSize(1);
        var renamed = catalog.publish(product("SAME-1", "Better shirt", "Same/Shirts"), Touchpoint.SYSTEM);
        assertThat(renamed).isEqualTo(first);
        assertThat(log.about("product:" + first, 10))
                .extracting(Event::keyVersion)
                .containsExactly(1L, 2L);
    }

    @Test
    void aWithdrawnProductIsNeitherShownNorSellableUntilPublishedAgain() {
        var coat = product("GONE-1", "Vanishing coat", "Gone/Coats");
        var sku = new Sku("GONE-1-1");
        var id = catalog.publish(coat, Touchpoint.SYSTEM);
        assertThat(catalog.items(List.of(sku)).get(sku)).matches(SellableItem::sellable);
        assertThat(catalog.withdraw(id, Touchpoint.SYSTEM)).isTrue();
        assertThat(catalog.withdraw(id, Touchpoint.SYSTEM)).isFalse();
        assertThat(catalog.items(List.of(sku)).get(sku)).matches(item -> !item.sellable());
        assertThat(catalog.category("gone-coats").orElseThrow().products()).isZero();
        var _ = catalog.publish(coat, Touchpoint.SYSTEM);
        assertThat(catalog.category("gone-coats").orElseThrow().products()).isOne();
        assertThat(catalog.items(List.of(sku)).get(sku)).matches(SellableItem::sellable);
    }

    @Test
    void aDraftIsNotShownYet() {
        var _ = catalog.draft(product("DRAFT-1", "Secret parka", "Draft/Coats"), Touchpoint.SYSTEM);
        assertThat(catalog.category("draft-coats").orElseThrow().products()).isZero();
        assertThat(catalog.items(List.of(new Sku("DRAFT-1-1"))).values()).noneMatch(SellableItem::sellable);
    }

    @Test
    void aVariantThatAProductIsPublishedWithoutIsNoLongerSold() {
        var _ = catalog.publish(
                product("LESS-1", "Sock", "Less", variant("LESS-A"), variant("LESS-B")), Touchpoint.SYSTEM);
        assertThat(sellable("LESS-B")).isTrue();
        var _ = catalog.publish(product("LESS-1", "Sock", "Less", variant("LESS-A")), Touchpoint.SYSTEM);
        assertThat(sellable("LESS-A")).isTrue();
        assertThat(sellable("LESS-B")).isFalse();
    }

    @Test
    void twoProductsNeverOfferOneSku() {
        var _ = catalog.publish(product("TWIN-1", "Hat", "Twin", variant("TWIN-A")), Touchpoint.SYSTEM);
        var thief = product("TWIN-2", "Cap", "Twin", variant("TWIN-A"));
        assertThatIllegalArgumentException().isThrownBy(() -> catalog.publish(thief, Touchpoint.SYSTEM));
        assertThat(catalog.byCode("TWIN-2")).isEmpty();
        assertThat(catalog.bySku(new Sku("TWIN-A"))).map(Product::code).contains("TWIN-1");
    }

    @Test
    void aScannerFindsASkuOrABarCodeButNeverGuesses() {
        var _ = catalog.publish(
                product("SCAN-1", "Pen", "Scan", variant("SCAN-A", "4006381333931")), Touchpoint.SYSTEM);
        var _ = catalog.publish(product("SCAN-2", "Upc", "Scan", variant("SCAN-B", "036000291452")), Touchpoint.SYSTEM);
        assertThat(catalog.scan(" SCAN-A ")).contains(new Sku("SCAN-A"));
        assertThat(catalog.scan("4006381333931")).contains(new Sku("SCAN-A"));
        assertThat(catalog.scan("0036000291452")).contains(new Sku("SCAN-B"));
        assertThat(catalog.scan("4006381333932")).isEmpty();
        var _ = catalog.publish(
                product("SCAN-3", "Copy", "Scan", variant("SCAN-C", "4006381333931")), Touchpoint.SYSTEM);
        assertThat(catalog.scan("4006381333931")).isEmpty();
    }

    @Test
    void eachReadsTheirOwnLanguageOrTheNearestThereIs() {
        var texts = Map.of("en", new Text("Raincoat", "Dry"), "de", new Text("Regenmäntel", "Trocken"));
        var id = catalog.publish(product("LANG-1", texts, "Lang"), Touchpoint.SYSTEM);
        var sku = new Sku("LANG-1-1");
        assertThat(catalog.items(List.of(sku), "de").get(sku))
                .extracting(SellableItem::title)
                .isEqualTo("Regenmäntel");
        assertThat(catalog.product(id).orElseThrow().description("es")).isEqualTo("Dry");
    }

    @Test
    void whatStandsOnAShelfStandsOnTheShelvesAboveToo() {
        var _ = catalog.publish(product("TREE-1", "Maxi", "Tree/Women's/Dresses"), Touchpoint.SYSTEM);
        var _ = catalog.publish(product("TREE-2", "Mini", "Tree/Women's/Skirts"), Touchpoint.SYSTEM);
        assertThat(catalog.category("tree-womens-skirts").orElseThrow().products()).isOne();
        var women = catalog.category("tree-womens").orElseThrow();
        assertThat(women).isEqualTo(new Category("tree-womens", "Tree/Women's", "Women's", "tree", 2, Map.of()));
        assertThat(catalog.category("no-such-shelf")).isEmpty();
    }

    @Test
    void aShelfIsCalledByItsNameInTheVisitorsLanguageElseAsInItsPath() {
        var _ = catalog.addCategory("Named/Shirts", Touchpoint.SYSTEM);
        var before = catalog.category("named-shirts").orElseThrow();
        assertThat(List.of(before.name("de"), before.name("en"))).containsOnly("Shirts");
        var german = Map.of("de", "Hemden");
        assertThat(catalog.rename("named-shirts", german, new Expected.Something(), Touchpoint.SYSTEM))
                .isEqualTo(new Saved.Done(2, false));
        var now = catalog.category("named-shirts").orElseThrow();
        assertThat(List.of(now.name("de-AT"), now.name("en"), now.name("fr"))).containsExactly("Hemden", "Shirts", "Shirts");
        assertThat(catalog.rename("named-shirts", german, new Expected.Something(), Touchpoint.SYSTEM))
                .as("the same again changes nothing")
                .isEqualTo(new Saved.Done(2, false));
    }

    @Test
    void aWithdrawalInAnotherProcessIsKnownHereWithinASecond() {
        var id = catalog.publish(product("TAIL-1", "Comet", "Tail"), Touchpoint.SYSTEM);
        assertThat(sellable("TAIL-1-1")).isTrue();
        transaction.executeWithoutResult(status -> asAnotherProcessWould(id));
        await().atMost(Duration.ofSeconds(2)).until(() -> !sellable("TAIL-1-1"));
    }

    @Test
    void allPublishedProductsComePageByPageOnceEachAndNoOthers() {
        var products = IntStream.range(0, 7)
                .mapToObj(i -> product("ALL-" + i, "Everything " + i, "All"))
                .toList();
        var ids = catalog.publishAll(products, Touchpoint.SYSTEM);
        var _ = catalog.withdraw(ids.get(3), Touchpoint.SYSTEM);
        var seen = new ArrayList<Product>();
        var page = catalog.published(ids.getFirst().toString(), 2);
        seen.addAll(page.items());
        for (var next = page.next(); next != null; next = page.next()) {
            page = catalog.published(next, 2);
            seen.addAll(page.items());
        }
        assertThat(seen).extracting(Product::id).contains(ids.get(1), ids.get(6)).doesNotContain(ids.get(3)).doesNotHaveDuplicates();
    }

    @Test
    void badAddressesOfPicturesAndBadCodesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Media("javascript:alert(1)", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Media("//elsewhere.example", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> product("a/b", "x", "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> product("ab", " ", "y"));
    }

    private void asAnotherProcessWould(ProductId id) {
        database.sql("UPDATE catalog.product SET status = 'WITHDRAWN', version = 2 WHERE code = 'TAIL-1'")
                .update();
        var fact = new ProductChanged(id, "TAIL-1", Product.Status.WITHDRAWN, List.of(new Sku("TAIL-1-1")));
        log.append(NewEvent.of(ProductChanged.WITHDRAWN, "product:" + id, 2, Touchpoint.SYSTEM, fact));
    }

    private boolean sellable(String sku) {
        return catalog.items(List.of(new Sku(sku))).values().stream().allMatch(SellableItem::sellable);
    }
}
