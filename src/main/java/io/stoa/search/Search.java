package io.stoa.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import io.stoa.shared.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds goods by words and narrows them down.
 *
 * <p><b>How words are read.</b> Text is made plain first: lower case, no accents, no punctuation. Every word must fit, as the
 * beginning of a word (so that it answers while one types), by its stem in the visitor's language, or by a synonym. When
 * nothing has all words, words that nothing is called are taken for the known ones with the fewest typing errors (optimal
 * string alignment distance: one error from four letters on, two from six), looked up among words that share all but one
 * letter or, with {@code pg_trgm}, many trigrams. When that finds nothing either, known words are taken for their
 * neighbours too; at last, goods that have some of the words are shown. {@link Found.Reading} tells which it was.
 *
 * <p><b>What comes first.</b> A title that is exactly what was typed; one that begins with it; then goods whose title, brand,
 * shelf or traits have the words; then those whose description has them. Within each, what is in stock before what is
 * sold out, then by PostgreSQL's {@code ts_rank} (titles weigh more than the rest), then the newest.
 *
 * <p>A search with all its counts is one statement, at most four when nothing fits as typed. Goods are found as soon as the
 * log has told of them, some 50 milliseconds after they were published.
 */
@Component
public class Search {

    /** The counts of all goods and of whole shelves cost most, are asked most, and may be some seconds old. */
    private static final Duration WHOLE_KEPT = Duration.ofSeconds(5);

    private static final int WHOLES_MAX = 1_000;

    private final SearchTable table;
    private final WordTable words;
    private final SynonymTable synonyms;
    private final Catalog catalog;
    private final WebPrices prices;
    private final EventLog log;
    private final Remembered<Thesaurus> thesaurus;

    private final Cache<Whole, List<SearchTable.Line>> counted =
            Caffeine.newBuilder().maximumSize(WHOLES_MAX).expireAfterWrite(WHOLE_KEPT).build();

    /** All goods, or a shelf, or what of it can be had, as seen from a place. */
    private record Whole(@Nullable String path, @Nullable LocationId home, boolean inStock) {}

    private record Answer(Found.Reading reading, List<String> read, List<SearchTable.Line> lines) {}

    Search(
            SearchTable table,
            WordTable words,
            SynonymTable synonyms,
            Catalog catalog,
            WebPrices prices,
            EventLog log,
            Tail tail) {
        this.table = table;
        this.words = words;
        this.synonyms = synonyms;
        this.catalog = catalog;
        this.prices = prices;
        this.log = log;
        this.thesaurus = new Remembered<>(() -> new Thesaurus(synonyms.all()));
        var _ = tail.follow(this::changed);
    }

    /** One page of what is wanted, with all counts. */
    public Found find(Wanted wanted) {
        var slug = wanted.shelf();
        var shelf = slug == null ? null : catalog.category(slug).orElse(null);
        var typed = Words.typed(wanted.text());
        if ((slug != null && shelf == null) || (typed.isEmpty() && !wanted.text().isEmpty())) {
            return Found.NOTHING;
        }
        var path = shelf == null ? null : shelf.path();
        return found(answer(typed, wanted, path), wanted, path);
    }

    /** The best few, read as {@link #find} does but without counts: for who still types, and for who only needs some. */
    public Suggested suggest(String text, String language, int size) {
        var typed = Words.typed(text);
        if (typed.isEmpty()) {
            return Suggested.NOTHING;
        }
        for (var reading : Found.Reading.values()) {
            var instead = instead(typed, reading);
            var ids = repeats(reading, instead) ? List.<ProductId>of() : table.first(asked(typed, instead, reading, null), language, size);
            if (!ids.isEmpty()) {
                return new Suggested(cards(ids, language), reading, read(typed, instead));
            }
        }
        return Suggested.NOTHING;
    }

    /** The products of {@link #suggest}. */
    public List<ProductCard> first(String text, String language, int size) {
        return suggest(text, language, size).products();
    }

    /** The article whose number, or whose bar code's digits, were typed. */
    public Optional<Sku> exactly(String text) {
        var typed = text.strip();
        return typed.length() < 3 || typed.indexOf(' ') >= 0 ? Optional.empty() : catalog.scan(typed);
    }

    // --- Synonyms

    /** By name. */
    public List<Synonyms> synonyms() {
        return synonyms.all();
    }

    public Optional<Versioned<Synonyms>> synonyms(String name) {
        return synonyms.find(name, false);
    }

    /** Adds or replaces a group, if what is there is what was expected; searches know it at once. */
    @Transactional
    public Saved save(Synonyms group, Expected expected, Touchpoint touchpoint) {
        var there = synonyms.find(group.name(), true);
        if (!expected.holds(there.map(Versioned::version).orElse(null))) {
            return new Saved.Stale();
        }
        if (there.filter(old -> old.value().equals(group)).isPresent()) {
            return new Saved.Done(there.get().version(), false);
        }
        long version = synonyms.save(group);
        tell(group.name(), version, touchpoint);
        return new Saved.Done(version, there.isEmpty());
    }

    /** Takes a group away; answers whether it was there in the expected version. */
    @Transactional
    public boolean forget(String name, Expected expected, Touchpoint touchpoint) {
        var there = synonyms.find(name, true);
        if (there.isEmpty() || !expected.holds(there.get().version())) {
            return false;
        }
        synonyms.remove(name);
        tell(name, there.get().version() + 1, touchpoint);
        return true;
    }

    private void tell(String name, long version, Touchpoint touchpoint) {
        log.append(NewEvent.of(SynonymsChanged.TYPE, "synonyms:" + name, version, touchpoint, new SynonymsChanged(name)));
        AfterCommit.run(thesaurus::forget);
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(SynonymsChanged.TYPE))) {
            thesaurus.forget();
        }
    }

    // --- Reading what was typed

    private Answer answer(List<String> typed, Wanted wanted, @Nullable String path) {
        return typed.isEmpty() && wanted.isWhole()
                ? new Answer(Found.Reading.AS_TYPED, List.of(), whole(wanted, path))
                : read(typed, wanted, path);
    }

    /** The goods of now, and how many there were some seconds ago. */
    private List<SearchTable.Line> whole(Wanted wanted, @Nullable String path) {
        var counts = Objects.requireNonNull(counted.get(
                new Whole(path, wanted.home(), wanted.inStock()),
                key -> table.find(asked(List.of(), Map.of(), Found.Reading.AS_TYPED, path), wanted.counts())));
        var kept = counts.stream().filter(line -> line.kind() != SearchTable.Kind.PRODUCT);
        return Stream.concat(table.page(path, wanted).stream(), kept).toList();
    }

    private Answer read(List<String> typed, Wanted wanted, @Nullable String path) {
        Answer last = null;
        for (var reading : Found.Reading.values()) {
            var instead = instead(typed, reading);
            if (last == null || !repeats(reading, instead)) {
                last = new Answer(reading, read(typed, instead), table.find(asked(typed, instead, reading, path), wanted));
            }
            if (typed.isEmpty() || Lines.number(last.lines(), SearchTable.Kind.MATCHED) > 0) {
                return last;
            }
        }
        return Objects.requireNonNull(last);
    }

    /** Whether this reading would ask what was asked before. */
    private static boolean repeats(Found.Reading reading, Map<String, List<String>> instead) {
        return instead.isEmpty() && (reading == Found.Reading.CORRECTED || reading == Found.Reading.GUESSED);
    }

    private SearchTable.Asked asked(
            List<String> typed, Map<String, List<String>> instead, Found.Reading reading, @Nullable String path) {
        var terms = Terms.of(thesaurus.get().read(typed), instead);
        return new SearchTable.Asked(
                terms, reading == Found.Reading.SOME, String.join(" ", typed), path, Lines.edges(prices.currency()));
    }

    /** What to take for words that may be misspelt. */
    private Map<String, List<String>> instead(List<String> typed, Found.Reading reading) {
        if (reading == Found.Reading.AS_TYPED) {
            return Map.of();
        }
        var known = words.known(typed);
        var instead = new HashMap<String, List<String>>();
        for (var word : typed) {
            boolean sure = known.contains(word) || Spelling.errorsForgiven(word) == 0;
            if (!sure || reading == Found.Reading.GUESSED) {
                var meant = Spelling.nearest(word, words.near(word));
                if (!meant.isEmpty()) {
                    instead.put(word, meant);
                }
            }
        }
        return instead;
    }

    private static List<String> read(List<String> typed, Map<String, List<String>> instead) {
        return instead.isEmpty()
                ? List.of()
                : typed.stream().map(word -> instead.getOrDefault(word, List.of(word)).getFirst()).toList();
    }

    private Found found(Answer answer, Wanted wanted, @Nullable String path) {
        var lines = answer.lines();
        var hits = Lines.of(lines, SearchTable.Kind.PRODUCT);
        var ids = hits.stream().map(Lines::product).toList();
        var soldOut = hits.stream().filter(hit -> (hit.number() & 1) == 0).map(Lines::product).toList();
        var here = hits.stream().filter(hit -> (hit.number() & 2) != 0).map(Lines::product).toList();
        long total = Lines.number(lines, SearchTable.Kind.FOUND);
        return new Found(
                cards(ids, wanted.language()),
                Set.copyOf(soldOut),
                Set.copyOf(here),
                answer.reading(),
                answer.read(),
                total,
                wanted.page(),
                total > (long) wanted.page() * wanted.size() && wanted.page() < Wanted.PAGES_MAX,
                Lines.facets(lines, path, catalog.categories(), prices.currency(), wanted.language()));
    }

    private List<ProductCard> cards(List<ProductId> ids, String language) {
        var cards = catalog.cards(ids, language);
        return ids.stream().map(cards::get).filter(Objects::nonNull).toList();
    }
}
