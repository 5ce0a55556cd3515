package io.stoa.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.locations.Locations;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.springframework.context.ApplicationContext;

/** Many articles with words, shelves, traits, prices and stock: made up from a seed, or with the titles of a file. */
final class Wardrobe {

    static final int SIZE = 30_000;
    static final List<String> COLOURS = List.of(
            "black", "white", "grey", "navy", "sage", "olive", "rust", "cream", "coral", "teal", "plum", "mustard", "ivory", "sand");

    private static final int BATCH = 500;
    private static final PriceListId PRICES = new PriceListId("bench");
    private static final List<String> KINDS = List.of(
            "jacket", "trousers", "blouse", "cardigan", "sweater", "skirt", "dress", "overcoat", "waistcoat", "sandals",
            "sneakers", "scarf", "gloves", "mittens", "raincoat", "pyjamas", "dungarees", "leggings", "tunic", "blazer",
            "lantern", "teapot", "saucepan", "cushion", "blanket", "curtain", "armchair", "bookshelf", "notebook", "umbrella");
    private static final List<String> STUFFS = List.of(
            "linen", "cotton", "merino", "cashmere", "corduroy", "flannel", "velvet", "leather", "bamboo", "walnut", "copper",
            "porcelain", "recycled", "organic", "waxed", "quilted", "brushed", "ribbed", "pleated", "embroidered");
    private static final String[] STARTS = {"Va", "Lo", "Mi", "Ser", "Tan", "Bri", "Cal", "Del", "Fen", "Hol", "Jun", "Kel", "Nor", "Pel", "Quin", "Ros"};
    private static final String[] MIDDLES = {"do", "ri", "la", "ve", "sta", "mo", "ni", "tha", "ber", "cu", "fi", "go", "li", "ren"};
    private static final String[] ENDS = {"ra", "na", "lle", "ton", "wick", "dor", "via", "mere", "nda", "sse", "field", "rk"};

    private final List<NewProduct> products;

    private Wardrobe(List<NewProduct> products) {
        this.products = products;
    }

    static Wardrobe madeUp(long seed) {
        var random = new Random(seed);
        return new Wardrobe(IntStream.range(0, SIZE).mapToObj(number -> madeUp(number, random)).toList());
    }

    private static NewProduct madeUp(int number, Random random) {
        var kind = any(KINDS, random);
        var stuff = any(STUFFS, random);
        var colour = any(COLOURS, random);
        var name = any(STARTS, random) + any(MIDDLES, random) + any(ENDS, random);
        var title = "%s %s %s (%s)".formatted(name, stuff, kind, colour);
        var description = "A %s of %s that keeps its shape, made to last and to be mended.".formatted(kind, stuff);
        var shelf = (KINDS.indexOf(kind) < 20 ? "Clothes/" : "Home/") + kind;
        return product(number, title, description, shelf, name.substring(0, 2) + "house", Map.of("Colour", colour, "Material", stuff));
    }

    /** Titles as they are, on shelves and with traits that are made up. */
    static Wardrobe named(Path file, long seed) throws IOException {
        var random = new Random(seed);
        var titles = new ArrayList<String>();
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                var rows = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> titles.add(row.getField("product_name").strip()));
        }
        var fine = titles.stream().filter(title -> !title.isBlank()).filter(title -> title.length() > 3 && title.length() <= 200).limit(SIZE).toList();
        return new Wardrobe(IntStream.range(0, fine.size())
                .mapToObj(number -> product(
                        number,
                        fine.get(number),
                        "",
                        "Food/Shelf " + number % 30,
                        "brand " + random.nextInt(200),
                        Map.of("Colour", any(COLOURS, random))))
                .toList());
    }

    private static NewProduct product(
            int number, String title, String description, String shelf, String brand, Map<String, String> traits) {
        var code = String.format(Locale.ROOT, "S%05d", number);
        var variants = IntStream.range(0, 3)
                .mapToObj(size -> new NewVariant(new Sku(code + "-" + size), null, Map.of("Size", List.of("S", "M", "L").get(size))))
                .toList();
        return new NewProduct(code, Map.of("en", new Text(title, description)), shelf, brand, "standard", traits, List.of(), variants);
    }

    List<String> titles() {
        return products.stream().map(product -> product.texts().values().iterator().next().title()).toList();
    }

    String code(int number) {
        return products.get(number).code();
    }

    int size() {
        return products.size();
    }

    /** Publishes all, at prices of 3 to 400, four fifths of them in stock. */
    void fill(ApplicationContext context, long seed) {
        var random = new Random(seed);
        Assortment.place(context.getBean(Locations.class), LocationId.WEB);
        Assortment.place(context.getBean(Locations.class), Assortment.PLACE);
        var pricing = context.getBean(Pricing.class);
        pricing.saveList(new PriceList(PRICES, Assortment.USD, "bench", false, null, null), Touchpoint.SYSTEM);
        for (int from = 0; from < products.size(); from += BATCH) {
            fill(context, products.subList(from, Math.min(products.size(), from + BATCH)), random);
        }
    }

    private static void fill(ApplicationContext context, List<NewProduct> batch, Random random) {
        var prices = new HashMap<Sku, Money>();
        var receipts = new ArrayList<Movement>();
        for (var product : batch) {
            var sku = product.variants().getFirst().sku();
            prices.put(sku, new Money(300 + random.nextInt(200) * random.nextInt(200), Assortment.USD));
            if (random.nextInt(5) > 0) {
                receipts.add(Assortment.receipt(sku, Assortment.PLACE, 3));
            }
        }
        context.getBean(Pricing.class).setPrices(PRICES, prices, Touchpoint.SYSTEM);
        int moved = context.getBean(Inventory.class).move(receipts, Touchpoint.SYSTEM);
        var published = context.getBean(Catalog.class).publishAll(batch, Touchpoint.SYSTEM);
        if (moved != receipts.size() || published.size() != batch.size()) {
            throw new IllegalStateException("The shop was not filled");
        }
    }

    private static String any(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }

    static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }
}
