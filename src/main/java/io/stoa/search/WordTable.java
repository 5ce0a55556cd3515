package io.stoa.search;

import io.stoa.shared.Remembered;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the words that goods are called by. */
@Component
class WordTable {

    private static final int NEIGHBOURS = 60;

    private final JdbcClient database;
    private final Remembered<Boolean> trigrams;

    WordTable(JdbcClient database) {
        this.database = database;
        this.trigrams = new Remembered<>(this::hasTrigrams);
    }

    /** Learns those that it does not know. A word too short to be misspelt is of no use, nor one with digits. */
    void learn(Collection<String> words) {
        var useful = words.stream()
                .filter(word -> Spelling.errorsForgiven(word) > 0)
                .filter(word -> word.chars().noneMatch(Character::isDigit))
                .sorted()
                .distinct()
                .toList();
        database.sql("""
                INSERT INTO search.word (word, cuts)
                SELECT given.word, string_to_array(given.cuts, ' ')
                  FROM unnest(:words::text[], :cuts::text[]) AS given (word, cuts)
                 WHERE NOT EXISTS (SELECT FROM search.word known WHERE known.word = given.word)
                ON CONFLICT DO NOTHING
                """)
                .param("words", useful.toArray(String[]::new))
                .param(
                        "cuts",
                        useful.stream().map(word -> String.join(" ", Spelling.cuts(word))).toArray(String[]::new))
                .update();
    }

    /** Those of the words that one of its own is or begins with. */
    Set<String> known(Collection<String> words) {
        return new HashSet<>(database.sql("""
                SELECT asked.word
                  FROM unnest(:words::text[]) AS asked (word)
                 WHERE EXISTS (SELECT FROM search.word w WHERE w.word >= asked.word AND w.word < asked.word || chr(1114109))
                """)
                .param("words", words.toArray(String[]::new))
                .query((row, n) -> row.getString("word"))
                .list());
    }

    /** Words that may be meant by this one; how near they really are is for {@link Spelling} to say. */
    List<String> near(String word) {
        var alike = trigrams.get() && Spelling.errorsForgiven(word) > 1 ? """
                UNION
                (SELECT word FROM search.word WHERE word % :word ORDER BY similarity(word, :word) DESC LIMIT :limit)
                """ : "";
        return database.sql("SELECT word FROM search.word WHERE cuts && :cuts::text[]\n" + alike)
                .param("word", word)
                .param("cuts", Spelling.cuts(word).toArray(String[]::new))
                .param("limit", NEIGHBOURS)
                .query((row, n) -> row.getString("word"))
                .list();
    }

    void clear() {
        database.sql("TRUNCATE search.word").update();
    }

    private boolean hasTrigrams() {
        return database.sql("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")
                .query(Boolean.class)
                .single();
    }
}
