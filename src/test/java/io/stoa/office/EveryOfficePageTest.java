package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.counting.CountOutcome;
import io.stoa.counting.Counting;
import io.stoa.counting.Entry;
import io.stoa.counting.NewSheet;
import io.stoa.counting.SheetId;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.edits.Edits;
import io.stoa.edits.Selection;
import io.stoa.edits.Wish;
import io.stoa.giftcards.GiftCards;
import io.stoa.imports.uploads.Brought;
import io.stoa.imports.uploads.Kind;
import io.stoa.imports.uploads.Upload;
import io.stoa.imports.uploads.UploadId;
import io.stoa.imports.uploads.Uploads;
import io.stoa.inventory.NewTransfer;
import io.stoa.inventory.Transfers;
import io.stoa.mail.Block;
import io.stoa.mail.Letter;
import io.stoa.mail.Mail;
import io.stoa.mail.Recipient;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.page.Browser;
import io.stoa.pricing.Cut;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.purchasing.Count;
import io.stoa.purchasing.NewPurchaseOrder;
import io.stoa.purchasing.NewReceipt;
import io.stoa.purchasing.PurchaseOrderId;
import io.stoa.purchasing.PurchaseOutcome;
import io.stoa.purchasing.Purchasing;
import io.stoa.purchasing.ReorderPoint;
import io.stoa.purchasing.Reordering;
import io.stoa.purchasing.Supplier;
import io.stoa.purchasing.SupplierId;
import io.stoa.purchasing.Suppliers;
import io.stoa.register.Associate;
import io.stoa.returns.Disposition;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnId;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnReason;
import io.stoa.returns.Returns;
import io.stoa.reviews.Opinion;
import io.stoa.reviews.ReviewOutcome;
import io.stoa.reviews.Reviews;
import io.stoa.search.Search;
import io.stoa.search.Synonyms;
import io.stoa.secrets.Password;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page of the back office with something on it, on a desk and on a phone, by day and by night. Which pages there are the
 * list of doors says, so that a new one is looked at too.
 */
@DemoTest
class EveryOfficePageTest {

    private static final Path DOORS = Path.of("src/test/resources/io/stoa/access/doors.txt");

    /** Files, parts of pages that are looked at with them, and what leads to another page. */
    private static final String NO_PAGE = ".*\\.(csv|css)|/office/articles/of|/office/board/figures|/office/brand/preview|/office/mail/\\{id}/message";

    /** Stands for the first that the list names. */
    private static final String FIRST = "";

    private static final String PASSWORD = "a good password";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Orders orders;

    @Autowired
    private Returns returns;

    @Autowired
    private Coupons coupons;

    @Autowired
    private Promotions promotions;

    @Autowired
    private GiftCards cards;

    @Autowired
    private Transfers transfers;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Counting counting;

    @Autowired
    private Reordering reordering;

    @Autowired
    private Edits edits;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Search search;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Mail mail;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    @Test
    void everyPageIsFlawlessOnADeskAndOnAPhone() throws Exception {
        var samples = samples();
        assertThat(samples.keySet()).as("pages with a sample").containsExactlyInAnyOrderElementsOf(pages());
        try (var browser = Browser.start()) {
            look(browser, 1440, ColorScheme.LIGHT, samples);
            look(browser, 390, ColorScheme.DARK, samples);
        }
    }

    private static Set<String> pages() throws IOException {
        var pages = new TreeSet<String>();
        for (var door : Files.readAllLines(DOORS)) {
            var path = door.replaceFirst(" GET: .*", "");
            if (!path.equals(door) && path.startsWith("/office") && !path.matches(NO_PAGE)) {
                pages.add(path);
            }
        }
        return pages;
    }

    private void look(Browser browser, int width, ColorScheme scheme, Map<String, String> samples) {
        try (var window = browser.open(width, scheme)) {
            var page = window.page();
            signIn(page);
            samples.forEach((path, sample) -> {
                page.navigate(url(sample.equals(FIRST) ? first(page, path) : sample));
                assertThat(page.locator("h1").count()).as("headings of " + page.url()).isEqualTo(1);
                window.assertFlawless(path.substring(1).replaceAll("[^a-z]+", "-").replaceAll("-$", "-one"));
            });
        }
    }

    /** The first of those that the list of them names. */
    private String first(Page page, String path) {
        page.navigate(url(path.substring(0, path.lastIndexOf('/'))));
        var wanted = path.replaceFirst("\\{[a-z]+}", "[^/?]+");
        return page.locator("main a[href]").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(link -> link.replaceFirst("\\?.*", "").matches(wanted) && !link.endsWith("/changes"))
                .findFirst()
                .orElseGet(() -> fail("No link to " + path + " on " + page.url()));
    }

    /** Of each page one that shows something. */
    private Map<String, String> samples() throws Exception {
        var store = retailer.store("kingston");
        var mug = retailer.article("mug", 700);
        retailer.stock(mug, store, 10);
        var order = "/office/orders/" + placed(mug);
        var samples = new LinkedHashMap<String, String>();
        for (var list : List.of("", "/articles", "/audit", "/brand", "/counts", "/coupons", "/design", "/drawers", "/gift-cards", "/imports", "/log", "/mail",
                "/orders", "/people", "/promotions", "/promotions/new", "/purchasing", "/purchasing/reorder", "/purchasing/suppliers", "/returns", "/returns/policy", "/reviews", "/routing", "/sms", "/stock", "/synonyms", "/transfers", "/articles/changes", "/articles/new", "/imports/files")) {
            samples.put("/office" + list, "/office" + list);
        }
        samples.put("/office/orders/{id}", order);
        samples.put("/office/orders/{id}/contact", order + "/contact");
        samples.put("/office/orders/{id}/lines", order + "/lines");
        samples.put("/office/stock/row", StockShown.href(mug, store));
        samples.put("/office/articles/{id}", "/office/articles/" + catalog.bySku(mug).orElseThrow().id());
        samples.put("/office/imports/files/{id}", "/office/imports/files/" + checked(mug, store));
        for (var one : List.of("/articles/changes/{id}", "/audit/{seq}", "/coupons/{code}", "/drawers/{id}", "/gift-cards/{id}", "/mail/{id}",
                "/people/{login}", "/purchasing/suppliers/{id}", "/synonyms/{name}", "/transfers/{id}")) {
            samples.put("/office" + one, FIRST);
        }
        samples.put("/office/reasons", "/office/reasons?article=" + mug + "&place=" + store + "&door=TILL");
        samples.put("/office/orders/{id}/claim", "/office/orders/" + taken(store, mug) + "/claim");
        samples.put("/office/returns/{id}", "/office/returns/" + cameBack(store, mug));
        samples.put("/office/counts/{id}", "/office/counts/" + counted(store, mug));
        samples.put("/office/purchasing/{id}", "/office/purchasing/" + bought(store, mug));
        somethingForEachList(store, mug);
        samples.put("/office/promotions/{id}", "/office/promotions/" + promotion(mug).id());
        return samples;
    }

    /** Damaged. */
    private ReturnId cameBack(LocationId store, Sku mug) {
        var wish = new NewReturn("look-" + mug, taken(store, mug), List.of(new NewReturn.Line(1, Quantity.of(1), ReturnReason.FAULTY)));
        var outcome = returns.returnAtTill(wish, store, Map.of(1, Disposition.DAMAGE), Touchpoint.SYSTEM);
        return ((ReturnOutcome.Done) outcome).document().id();
    }

    private OrderId taken(LocationId store, Sku mug) {
        return ((Placed) orders.place(
                        Retailer.order(new Delivery.TakeAway(store), Retailer.card("tok_approve"), Retailer.line(mug, 1))))
                .order();
    }

    /** Counted, and further off than passes without a manager. */
    private SheetId counted(LocationId store, Sku mug) {
        retailer.stock(retailer.article("jug", 1_900), store, 4);
        var begun = ((CountOutcome.Done) counting.begin(new NewSheet("look-" + mug, store, Set.of()), Touchpoint.SYSTEM)).sheet();
        assertThat(counting.enter(begun.id(), new Entry("look", mug, 60), Touchpoint.SYSTEM)).isInstanceOf(CountOutcome.Done.class);
        assertThat(counting.review(begun.id(), Touchpoint.SYSTEM)).isInstanceOf(CountOutcome.Done.class);
        return begun.id();
    }

    private Promotion promotion(Sku mug) {
        var promotion = new Promotion(
                new PromotionId("look-" + ids.next()),
                "3 for 2",
                new Offer.BuyGet(2, 1, 10_000, null),
                Goods.of(mug),
                Reach.EVERYWHERE,
                null,
                0,
                10,
                Combination.STACKING,
                true);
        var _ = promotions.save(promotion, new Expected.Nothing(), Touchpoint.SYSTEM);
        return promotion;
    }

    private void somethingForEachList(LocationId store, Sku mug) throws Exception {
        var coupon = new Coupon(
                new CouponCode("LOOK-" + ids.next()), "Ten off", Cut.Kind.PERCENT, 1000, null, 0, null, null, null, false, true);
        var _ = coupons.save(coupon, new Expected.Nothing(), Touchpoint.SYSTEM);
        var _ = cards.issue("look-" + mug, Money.of(2500, "USD"), Retailer.WEB);
        var _ = transfers.send(
                new NewTransfer("look-" + mug, store, retailer.store("hamilton"), Map.of(mug, Quantity.of(2))), Touchpoint.SYSTEM);
        var product = catalog.bySku(mug).orElseThrow().id();
        var _ = edits.wish(
                new Wish(null, null, "Kitchen", null, null, null, null), new Selection(List.of(product), null), Touchpoint.SYSTEM);
        var _ = search.save(new Synonyms("looks" + ids.next(), List.of("glance", "peek")), new Expected.Nothing(), Touchpoint.SYSTEM);
        var taken = taken(store, mug);
        var opinion = new Opinion(4, "Keeps coffee warm for an hour, and the handle is large enough.", "");
        assertThat(reviews.write(taken, product, opinion, "en", Touchpoint.SYSTEM)).isInstanceOf(ReviewOutcome.Done.class);
        var letter = new Letter(
                "look-" + mug,
                "look",
                new Recipient("Somebody", "somebody@example.com"),
                "en",
                "A letter",
                "To be looked at",
                List.of(new Block.Words("Words.")),
                null,
                null,
                null,
                null);
        boolean written = transaction.execute(status -> mail.write(letter));
        assertThat(written).isTrue();
        var _ = Associate.at(store, staff, port);
    }

    /** Placed, and partly there. */
    private PurchaseOrderId bought(LocationId store, Sku mug) {
        var supplier = new Supplier(new SupplierId(ids.next()), "Potters of Kingston", "orders@potters.example", 7);
        var _ = suppliers.save(supplier, new Expected.Nothing(), Touchpoint.SYSTEM);
        var wish = new NewPurchaseOrder("look-" + mug, supplier.id(), store, Retailer.USD, LocalDate.of(2026, 1, 5),
                Map.of(mug, new NewPurchaseOrder.Wanted(Quantity.of(20), 450L)));
        var drafted = ((PurchaseOutcome.Done) purchasing.draft(wish, Touchpoint.SYSTEM)).order();
        var placed = ((PurchaseOutcome.Done) purchasing.place(drafted.id(), Touchpoint.SYSTEM)).order();
        var receipt = new NewReceipt("look", new Expected.Something(), Map.of(mug, new Count(7, 1)), false);
        assertThat(purchasing.receive(placed.id(), receipt, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.Done.class);
        reordering.set(new ReorderPoint(mug, store, supplier.id(), 30, 50), Touchpoint.SYSTEM);
        return placed.id();
    }

    private UploadId checked(Sku sku, LocationId store) throws Exception {
        var table = "sku,place,pieces\n" + sku + "," + store + ",5\n" + sku + ",nowhere,1";
        var file = Brought.read(Kind.STOCK, table.getBytes(StandardCharsets.UTF_8), null, "en");
        var id = uploads.bring("stock.csv", file, Touchpoint.SYSTEM);
        await().untilAsserted(() -> assertThat(uploads.find(id).orElseThrow().state()).isEqualTo(Upload.State.PREVIEW));
        return id;
    }

    private String placed(Sku sku) {
        var asked = Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(sku, 1));
        return ((Placed) orders.place(asked)).order().toString();
    }

    private void signIn(Page page) {
        var login = new Login("l" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(Role.MANAGER), null, true), new Password(PASSWORD));
        page.navigate(url("/sign-in"));
        page.locator("input[name=name]").fill(login.value());
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/office**");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
