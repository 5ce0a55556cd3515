package io.stoa.search;

import io.stoa.shared.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which words stand for which, as looked up word by word; each word is a list, for some have a blank in them. */
final class Thesaurus {

    private static final int LONGEST = 4;

    /** So many letters say which word is meant. */
    private static final int BEGUN = 3;

    private static final List<String> ENDINGS = List.of("s", "es", "n", "en", "e");

    private final TreeMap<String, TreeSet<String>> others = new TreeMap<>();

    Thesaurus(List<Synonyms> groups) {
        for (var group : groups) {
            var plain = group.words().stream().map(Words::plain).distinct().toList();
            for (var word : plain) {
                var all = others.computeIfAbsent(word, first -> new TreeSet<>());
                plain.stream().filter(other -> !other.equals(word)).forEach(all::add);
            }
        }
    }

    /** One thing that was typed, of one word or a few, and the other words for it. */
    record Meaning(List<String> typed, List<String> others) {}

    /** What was typed, cut into the longest pieces that have other words. */
    List<Meaning> read(List<String> typed) {
        var meanings = new ArrayList<Meaning>();
        for (int from = 0; from < typed.size(); ) {
            int length = longest(typed, from);
            var piece = typed.subList(from, from + length);
            var word = String.join(" ", piece);
            from += length;
            meanings.add(new Meaning(piece, List.copyOf(from == typed.size() ? begun(word) : of(word))));
        }
        return meanings;
    }

    private int longest(List<String> typed, int from) {
        for (int length = Math.min(LONGEST, typed.size() - from); length > 1; length--) {
            if (!of(String.join(" ", typed.subList(from, from + length))).isEmpty()) {
                return length;
            }
        }
        return 1;
    }

    /** The last word may still be typed: of a word that begins like it, the synonyms. */
    private Set<String> begun(String word) {
        var whole = of(word);
        var next = others.ceilingKey(word);
        if (!whole.isEmpty() || word.length() < BEGUN || next == null || !next.startsWith(word)) {
            return whole;
        }
        return of(next);
    }

    /** The plural of a word has the synonyms of the word. */
    private Set<String> of(String word) {
        var stems = ENDINGS.stream()
                .filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()));
        return Stream.concat(Stream.of(word), stems)
                .filter(others::containsKey)
                .findFirst()
                .<Set<String>>map(known -> others.getOrDefault(known, new TreeSet<>()))
                .orElse(Set.of());
    }
}
