package io.stoa.shop;

import io.stoa.page.Picture;
import io.stoa.payments.testprovider.TestCard;
import io.stoa.reasons.Reason;
import io.stoa.shop.collecting.Collector;
import io.stoa.shop.collecting.PickupPlace;
import io.stoa.shop.paying.PayWays;
import io.stoa.shop.places.Chart;
import io.stoa.shop.places.Places;
import io.stoa.shop.returning.ComingBack;
import io.stoa.shop.returning.ReturnForm;
import io.stoa.shop.reviewing.ReviewForm;
import io.stoa.shop.reviewing.Reviewable;
import io.stoa.shop.reviewing.Said;
import io.stoa.shop.search.Good;
import io.stoa.shop.search.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every page of the shop filled by hand with short, long, many and no contents, so that its look needs no database. */
@Controller
@Profile("samples")
@RequestMapping("/samples")
class ShopSamples {

    private static final List<String> TITLES = List.of(
            "Women’s Dress (Red)",
            "Men’s Coat (Brown)",
            "Girl’s Hoodie (White)",
            "Boy’s Jeans (Blue)",
            "Women’s Shirt (Green)",
            "Boy’s Sweater (Red)",
            "Women’s Jacket (Black)",
            "Wärmeisolierende Donaudampfschifffahrtsgesellschaftskapitänsjacke (Grey)",
            "معطف رجالي طويل");

    private final Map<String, Map<String, Object>> models = Map.ofEntries(
            Map.entry("home", Map.of("goods", goods(), "next", "/shop/search?after=1")),
            Map.entry("shelf", Map.of("shelf", shelf(goods()))),
            Map.entry("nothing", Map.of("shelf", shelf(List.of()))),
            Map.entry("article", Map.of("article", article(7), "said", said())),
            Map.entry("gone", Map.of("article", article(0), "said", new Said("7", 0, "0.0", 0, List.of(), List.of(), null, "review:7"))),
            Map.entry("cart", Map.of("basket", basket())),
            Map.entry("empty", Map.of("basket", new Basket(List.of(), List.of(), "", null, null))),
            Map.entry("checkout", Map.of("checkout", checkout())),
            Map.entry("order", Map.of("order", bought(), "returning", returning(), "collector", new Collector(true, "Kim Weber"), "others", List.of(new PickupPlace("york", "York", "Ready in 2 hours", "22 mi")), "reviewable", reviewable())),
            Map.entry("review", review()),
            Map.entry("reviews", Map.of("title", TITLES.getFirst(), "said", said(), "first", true)),
            Map.entry("return", Map.of("form", returnForm())),
            Map.entry("stores", Map.of("places", places())));

    private static final Map<String, String> TEMPLATES = Map.of("nothing", "shelf", "gone", "article", "empty", "cart");

    @GetMapping("/{name}")
    ModelAndView page(@PathVariable String name) {
        var view = new ModelAndView("shop/" + TEMPLATES.getOrDefault(name, name), models.getOrDefault(name, Map.of()));
        var departments = List.of(
                new Link("Women’s", "/samples/shelf", name.equals("shelf")),
                Link.to("Men’s", "#"),
                Link.to("Girl’s", "#"),
                Link.to("Boy’s", "#"));
        return view.addObject("visit", new Visit(departments, name.equals("empty") ? 0 : 3, "Kingston upon Hull"));
    }

    private static List<Good> goods() {
        return TITLES.stream()
                .map(title -> new Good("/samples/article", title, "COMTOURS", "$29.55", title.startsWith("Men") ? "$34.90" : null, Picture.of(null, title), title.startsWith("Boy"), "In Leeds, ready in 2 hours"))
                .toList();
    }

    private static Shelf shelf(List<Good> goods) {
        var path = List.of(Link.to("Shop", "/shop"));
        var narrower = List.of(new Link("All", "#", true), Link.to("Coats", "#"), Link.to("Dresses", "#"));
        boolean none = goods.isEmpty();
        var shelves = List.of(new Shelf.Choice("Coats", 12, "#", false), new Shelf.Choice("Dresses", 1_204, "#", false));
        var colours = IntStream.range(0, 12)
                .mapToObj(i -> new Shelf.Choice("Colour " + i, 12L - i, "#", i == 1))
                .toList();
        return new Shelf(
                "Women’s",
                none ? "marmalade" : null,
                none ? null : "Nothing is called “womens”. This is what we have for “women’s”.",
                path,
                goods,
                goods.size(),
                none ? List.of() : List.of(new Link("Colour: Colour 1", "#", true), new Link("In stock", "#", true)),
                "#",
                List.of(new Shelf.Facet("Department", shelves), new Shelf.Facet("Colour", colours)),
                List.of(new Link("Best match", "#", true), Link.to("Lowest price", "#")),
                null,
                "#",
                none ? narrower : List.of());
    }

    private static Article article(int available) {
        var sizes = List.of(Link.to("6", "#"), new Link("8", "#", true), Link.to("10", "#"), Link.to("12", "#"));
        return new Article(
                "Women’s Dress (Red)",
                "COMTOURS",
                "A plain dress of woven cotton with a fitted waist, two side pockets and a lining that does not cling.",
                Map.of("Colour", "red", "Article", "W-DRESS-RED"),
                Picture.of(null, "Women’s Dress (Red)"),
                List.of(Picture.of(null, "The back of the dress"), Picture.of(null, "The hem of the dress")),
                List.of(Link.to("Shop", "/shop"), Link.to("Women’s", "/samples/shelf")),
                List.of(new Article.Choice("Size", sizes)),
                "W-DRESS-RED-8",
                new Article.Price(
                        "$23.64", "$29.55", List.of(new Article.Offer("Autumn sale", "until Monday, 30 November"), new Article.Offer("3 for 2", null)),
                        List.of(
                                new Reason(Reason.Tone.COUNTS, "Our price", "$29.55"),
                                new Reason(Reason.Tone.COUNTS, "“Autumn sale”: 20% off each piece", "−$5.91"),
                                new Reason(Reason.Tone.NEAR, "“3 for 2”: 3 for 2. Too few pieces for it", null),
                                new Reason(Reason.Tone.COUNTS, "20% tax in it", "$3.94"))),
                "Tax included",
                stock(available),
                "product:1 price:W-DRESS-RED-8");
    }

    private static StockReport stock(int available) {
        var delivery = available > 0
                ? new StockReport.Line(StockReport.Amount.MANY, "Delivered home", "with you by Tuesday, 3 March", null)
                : new StockReport.Line(StockReport.Amount.NONE, "Not available for delivery", null, null);
        var near = List.of(
                new StockReport.Line(StockReport.Amount.MANY, "7 left in Leeds", "ready in 2 hours", "0.8 mi"),
                new StockReport.Line(StockReport.Amount.FEW, "Last one in York", "ready tomorrow from 10:00", "22 mi"),
                new StockReport.Line(StockReport.Amount.NONE, "None in Kingston upon Hull", null, "51 mi"));
        return new StockReport("W-DRESS-RED-8", available, delivery, available > 0 ? near : near.subList(2, 3), near, List.of("Delivered home: 3 working days from today. Saturdays and Sundays do not count."));
    }

    private static Basket basket() {
        var lines = IntStream.range(0, 3)
                .mapToObj(i -> new Basket.Line(
                        "SKU-" + i,
                        "/samples/article",
                        TITLES.get(i * 3 + 1),
                        i == 1 ? null : "Size 8",
                        i + 1,
                        "$29.55",
                        "$59.10",
                        Picture.of(null, TITLES.get(i * 3 + 1)),
                        i == 2 ? "Only 2 left. Change the number to go on." : null))
                .toList();
        var sums = List.of(new Basket.Sum("Goods", "$177.30"), new Basket.Sum("of which tax", "$14.18"));
        return new Basket(
                lines,
                sums,
                "$177.30",
                new Basket.Coupon("SPRING-10", "Coupon SPRING-10 needs a larger purchase"),
                null);
    }

    private static Checkout checkout() {
        var form = new CheckoutForm(
                "SHIP", "leeds", "", "anna@", "", "12 Long Street", "", "", "", "", "GB", "", "", null, null, "attempt-1", "6930", null);
        var errors = Map.of(
                "name", "Write the name of the person who gets it",
                "email", "Write the whole address, such as name@example.com",
                "city", "Write the town",
                "postcode", "Write the postcode");
        var stores = List.of(
                new Checkout.Store("leeds", "Leeds", "1 Briggate, Leeds, LS1 6HD", "Ready in 2 hours", "£69.90", "0.8 mi", true),
                new Checkout.Store("york", "York", "", "1 article is missing there", null, "22 mi", false));
        var countries =
                List.of(new Checkout.Country("GB", "United Kingdom"), new Checkout.Country("US", "United States"));
        var split = new Checkout.Split(
                stores, "leeds", "Leeds", "ready in 2 hours", 3, Set.of("SKU-0", "SKU-2"), Set.of("SKU-2"));
        return new Checkout(
                basket(), 6930, form, errors, "With you by Tuesday, 3 March", stores, split, countries, new PayWays(true, List.of(TestCard.APPROVE, TestCard.DECLINE, TestCard.TIMEOUT)),
                new Checkout.Gift(true, "$15.00", false, "$162.30"));
    }

    private static ComingBack returning() {
        return new ComingBack(
                "/samples/return",
                List.of(
                        new ComingBack.One("1000731", "wait", "Announced", List.of("1 × Men's Coat (Brown), M"), "/samples/return"),
                        new ComingBack.One("1000702", "good", "$29.00 back with you", List.of("2 × Socks (Grey)"), null)));
    }

    private static List<Reviewable> reviewable() {
        return List.of(
                new Reviewable("Men's Coat (Brown)", Picture.of(null, "Men's Coat (Brown)"), "/samples/review", 0),
                new Reviewable("Socks (Grey)", Picture.of(null, "Socks (Grey)"), "/samples/review", 4));
    }

    private static Said said() {
        var shares = List.of(
                new Said.Share(5, 1203, 0.75),
                new Said.Share(4, 320, 0.2),
                new Said.Share(3, 40, 0.025),
                new Said.Share(2, 0, 0),
                new Said.Share(1, 41, 0.025));
        var reviews = List.of(
                new Said.One(5, "Bought here", "2 March 2026", "Fits as the picture says.\n\nWarm, and it has pockets.", "en"),
                new Said.One(1, "Bartholomäus Freiherr von Schwarzenberg-Hohenlohe", "1 March 2026", "W".repeat(300), "de"),
                new Said.One(4, "Bought here", "28 February 2026", "", "en"));
        return new Said("7", 1604, "4.6", 5, shares, reviews, "/samples/reviews", "review:7");
    }

    private static Map<String, Object> review() {
        return Map.of(
                "order", "1000482",
                "back", "/samples/order",
                "here", "/samples/review",
                "title", TITLES.getFirst(),
                "picture", Picture.of(null, TITLES.getFirst()),
                "form", new ReviewForm(null, "It is", null),
                "errors", Map.of("stars", "Choose one to five stars."),
                "said", true,
                "hidden", true);
    }

    private static ReturnForm returnForm() {
        var rows = List.of(
                new ReturnForm.Row(1, "Men's Coat (Brown), M", 1, 1, "DOES_NOT_FIT", "$89.90", "You can send it back until 3 December", true, Picture.of(null, "Men's Coat (Brown)")),
                new ReturnForm.Row(2, "Socks (Grey)", 3, 0, null, "$14.50", "You could send it back until 3 October", false, Picture.of(null, "Socks (Grey)")));
        return new ReturnForm("1000482", "/samples/order", "attempt-1", rows, List.of("Leeds", "York"), null);
    }

    private static Bought bought() {
        var trail = List.of(
                new Bought.Step("done", "Order placed", "09:12", "in the web shop"),
                new Bought.Step("done", "Paid", "09:12", null),
                new Bought.Step("now", "Being picked in Leeds", "09:40", null),
                new Bought.Step("ahead", "Ready to collect", "by 11:15", null));
        return new Bought(
                "1000482",
                "/samples/order",
                Bought.State.GOING,
                "Thank you. Leeds gets it ready for you.",
                null,
                "Mail about it goes to a…@example.com.",
                List.of(new Bought.Pickup("7", "Leeds", "K74QXM", "24 Nov 2026, 18:00", null), new Bought.Pickup("8", "York", null, null, "Bay 3, red Golf")),
                trail,
                basket().lines(),
                basket().sums(),
                "$177.30",
                "$162.30",
                List.of(new Basket.Sum("Paid by gift card", "$15.00")),
                List.of(
                        new Bought.Part("Delivery to", List.of("A customer", "3 Elm Row"), List.of("2 × " + TITLES.get(4))),
                        new Bought.Part("Collect in Leeds", List.of("12 Long Street", "Leeds LS1 4AB"), List.of("1 × Socks (Grey)"))),
                true,
                true,
                new PayWays(true, List.of(TestCard.APPROVE, TestCard.DECLINE, TestCard.TIMEOUT)),
                null,
                false);
    }

    private static Places places() {
        var leeds = new Places.Place(
                "leeds", "Leeds", "12 Long Street, Leeds LS1 4AB", "Open until 18:00", true, List.of("Collect orders here"), "0.8 mi", true);
        var york = new Places.Place(
                "york", "York", "1 The Shambles, York YO1 7LZ", "Opens Monday 10:00", false, List.of(), "22 mi", false);
        var dots = List.of(
                new Chart.Dot(60, 80, 1, "Leeds", true, Chart.Side.AFTER),
                new Chart.Dot(600, 300, 2, "York", false, Chart.Side.BEFORE));
        return new Places(List.of(leeds, york), "LS1", null, "/shop", new Chart(720, 400, dots, new Chart.Dot(90, 90, 0, "", false, Chart.Side.NONE), new Chart.Scale(120, "20 mi")));
    }
}
