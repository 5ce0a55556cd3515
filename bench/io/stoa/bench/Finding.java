package io.stoa.bench;

import io.stoa.catalog.ProductCard;
import io.stoa.database.DatabaseServer;
import io.stoa.search.Facets;
import io.stoa.search.PriceBand;
import io.stoa.search.Search;
import io.stoa.search.Wanted;
import io.stoa.shared.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** Asks {@link Search} inside the application, one question after the other, and times each. */
final class Finding {

    private static final int WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Search search;
    private final Connection connection;
    private final List<String> titles;
    private final Wardrobe wardrobe;
    private final Random random;
    private List<String> shelves = List.of();
    private int found;

    /** Milliseconds of each kind of question, and the share of misspelt ones whose article was among the first ten. */
    public record Times(Map<String, double[]> kinds, int products, int misspelt, int found, double filledIn) {}

    private Finding(Search search, Connection connection, Wardrobe wardrobe, long seed) {
        this.search = search;
        this.connection = connection;
        this.wardrobe = wardrobe;
        this.titles = wardrobe.titles();
        this.random = new Random(seed);
    }

    /** {@code find QUESTIONS SEED [FILE]}: so many questions of each kind. */
    static Times run(ApplicationContext context, String[] words) throws Exception {
        int questions = Integer.parseInt(words[1]);
        long seed = Long.parseLong(words[2]);
        var wardrobe = words.length > 3 ? Wardrobe.named(Path.of(words[3]), seed) : Wardrobe.madeUp(seed);
        var search = context.getBean(Search.class);
        long began = System.nanoTime();
        wardrobe.fill(context, seed);
        await(search, wardrobe.size());
        double seconds = (System.nanoTime() - began) / 1e9;
        try (var connection = context.getBean(DatabaseServer.class).address().connect();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
            return new Finding(search, connection, wardrobe, seed).measure(questions, seconds);
        }
    }

    /** {@code dress SEED}: publishes all that is made up from it and waits until it can be found. */
    static String dress(ApplicationContext context, long seed) throws InterruptedException {
        var wardrobe = Wardrobe.madeUp(seed);
        wardrobe.fill(context, seed);
        await(context.getBean(Search.class), wardrobe.size());
        return "ok";
    }

    private static void await(Search search, int products) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (search.find(Wanted.all(1)).total() < products) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all articles can be found");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private Times measure(int questions, double seconds) throws Exception {
        var kinds = new LinkedHashMap<String, double[]>();
        kinds.put("a row by its key", time(questions, this::byKey));
        kinds.put("ILIKE '%x%'", time(questions / 10, this::byLike));
        kinds.put("suggestions, begun", time(questions, this::begun));
        kinds.put("words", time(questions, this::words));
        found = 0;
        kinds.put("words, misspelt", time(questions, this::misspelt));
        int hits = found;
        kinds.put("a word and facets", time(questions, this::faceted));
        shelves = search.find(Wanted.all(1)).facets().shelves().stream()
                .flatMap(top -> search.find(Wanted.all(1).onShelf(top.slug())).facets().shelves().stream())
                .map(Facets.Shelf::slug)
                .toList();
        kinds.put("a shelf and facets", time(questions, this::shelf));
        kinds.put(
                "all articles",
                time(questions, () -> search.find(Wanted.all(24)).total()));
        kinds.put(
                "all, in stock only",
                time(
                        questions / 20,
                        () -> search.find(Wanted.all(24).onlyInStock()).total()));
        return new Times(kinds, wardrobe.size(), questions, hits, seconds);
    }

    private interface Question {
        long ask() throws Exception;
    }

    /** The median and the 99th percentile. What is asked to warm up finds nothing to count. */
    private double[] time(int questions, Question question) throws Exception {
        for (int i = 0; i < Math.min(WARM_UP, questions); i++) {
            question.ask();
        }
        found = 0;
        var millis = new double[questions];
        for (int i = 0; i < questions; i++) {
            long began = System.nanoTime();
            question.ask();
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return new double[] {millis[questions / 2], millis[questions * 99 / 100]};
    }

    // --- Questions

    private long byKey() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT titles FROM catalog.product WHERE code = ?")) {
            statement.setString(1, wardrobe.code(random.nextInt(wardrobe.size())));
            try (var rows = statement.executeQuery()) {
                return rows.next() ? 1 : 0;
            }
        }
    }

    private long byLike() throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT id, titles FROM catalog.product WHERE titles ->> 'en' ILIKE ? ORDER BY id DESC LIMIT 24")) {
            statement.setString(1, "%" + Wardrobe.any(longWords(title()), random) + "%");
            try (var rows = statement.executeQuery()) {
                return rows.next() ? 1 : 0;
            }
        }
    }

    private long begun() {
        var plain = String.join(" ", longWords(title()));
        var typed = plain.substring(0, Math.min(plain.length(), 2 + random.nextInt(10)));
        return search.suggest(typed, "en", 6).products().size();
    }

    private long words() {
        var words = longWords(title());
        return search.find(Wanted.text(String.join(" ", words.subList(0, Math.min(3, words.size()))), 24))
                .total();
    }

    /** One or two letters wrong, in words of their own. */
    private long misspelt() {
        int number = random.nextInt(titles.size());
        var words = new ArrayList<>(longWords(titles.get(number)));
        var few = new ArrayList<>(words.subList(0, Math.min(4, words.size())));
        int errors = 1 + random.nextInt(Math.min(2, few.size()));
        for (int i = 0; i < errors; i++) {
            int at = (random.nextInt(few.size()) + i) % few.size();
            few.set(at, wrong(few.get(at)));
        }
        var hits = search.find(Wanted.text(String.join(" ", few), 10)).products();
        found += hits.stream().map(ProductCard::code).anyMatch(wardrobe.code(number)::equals) ? 1 : 0;
        return hits.size();
    }

    private long faceted() {
        var wanted = Wanted.text(Wardrobe.any(longWords(title()), random), 24);
        return search.find(narrowed(wanted)).total();
    }

    private long shelf() {
        return search.find(narrowed(Wanted.all(24).onShelf(Wardrobe.any(shelves, random))))
                .total();
    }

    private Wanted narrowed(Wanted wanted) {
        var colours = Map.of(
                "Colour",
                Set.copyOf(List.of(Wardrobe.any(Wardrobe.COLOURS, random), Wardrobe.any(Wardrobe.COLOURS, random))));
        var narrow = random.nextBoolean() ? wanted.with(colours) : wanted.onlyInStock();
        return random.nextBoolean() ? narrow.costing(new PriceBand(2_000, 20_000)) : narrow.at(Assortment.PLACE);
    }

    // --- Words

    private String title() {
        return titles.get(random.nextInt(titles.size()));
    }

    /** At least one. */
    private static List<String> longWords(String title) {
        var all = Words.typed(title);
        var words = all.stream()
                .filter(word -> word.length() >= 4 && word.chars().allMatch(Character::isLetter))
                .toList();
        return words.isEmpty() ? List.of(all.isEmpty() ? "nothing" : all.getFirst()) : words;
    }

    private String wrong(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = random.nextInt(word.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
