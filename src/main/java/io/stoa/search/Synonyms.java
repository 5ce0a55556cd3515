package io.stoa.search;

import io.stoa.shared.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A group of words, or of a few words each, that mean the same here: who looks for one finds all. */
public record Synonyms(String name, List<String> words) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int WORDS_MAX = 20;
    private static final int LENGTH_MAX = 60;

    public Synonyms {
        words = words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        if (!isName(name)) {
            throw new IllegalArgumentException("A group of synonyms is named by 1 to 40 letters a to z, digits and dashes");
        }
        if (words.size() < 2 || words.size() > WORDS_MAX || !words.stream().allMatch(Synonyms::isSome)) {
            throw new IllegalArgumentException("Synonyms are 2 to 20 different words of 1 to 60 characters");
        }
    }

    /** Whether this can be a group's name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static boolean isSome(String word) {
        return word.length() <= LENGTH_MAX && !Words.plain(word).isEmpty();
    }
}
