package io.stoa.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was typed in the query language of PostgreSQL's full text search; words have only letters and digits. */
final class Terms {

    private Terms() {}

    /**
     * One term for each meaning: a typed word as the beginning of one, or any of the others.
     *
     * @param instead what to take for a typed word; for those left out, the word itself
     */
    static List<String> of(List<Thesaurus.Meaning> meanings, Map<String, List<String>> instead) {
        return meanings.stream()
                .map(meaning -> Stream.concat(typed(meaning.typed(), instead), meaning.others().stream().map(Terms::phrase))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static Stream<String> typed(List<String> words, Map<String, List<String>> instead) {
        if (words.size() > 1) {
            return Stream.of(phrase(String.join(" ", words)) + ":*");
        }
        var word = words.getFirst();
        return instead.getOrDefault(word, List.of(word + ":*")).stream();
    }

    /** Words that stand next to each other. */
    private static String phrase(String words) {
        return String.join(" <-> ", words.split(" "));
    }
}
