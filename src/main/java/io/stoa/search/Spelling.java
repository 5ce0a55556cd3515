package io.stoa.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** How near two words are, and how near is near enough. */
final class Spelling {

    private static final int NEAREST_MAX = 4;

    private Spelling() {}

    /** How many typing errors a word of that length may have and still be taken for another. */
    static int errorsForgiven(String word) {
        return word.length() < 4 ? 0 : word.length() < 6 ? 1 : 2;
    }

    /** Those of the known words with the fewest errors, if those are few enough. */
    static List<String> nearest(String typed, Collection<String> known) {
        int fewest = known.stream()
                .filter(word -> !word.equals(typed))
                .mapToInt(word -> errors(typed, word))
                .min()
                .orElse(Integer.MAX_VALUE);
        if (fewest > errorsForgiven(typed)) {
            return List.of();
        }
        return known.stream()
                .filter(word -> !word.equals(typed) && errors(typed, word) == fewest)
                .sorted((one, other) -> Boolean.compare(begins(other, typed), begins(one, typed)))
                .limit(NEAREST_MAX)
                .toList();
    }

    /** The first letter is seldom wrong. */
    private static boolean begins(String word, String typed) {
        return word.charAt(0) == typed.charAt(0);
    }

    /** The word, and what is left of it without any one of its letters. */
    static Collection<String> cuts(String word) {
        var cuts = new TreeSet<String>();
        cuts.add(word);
        for (int i = 0; i < word.length(); i++) {
            cuts.add(word.substring(0, i) + word.substring(i + 1));
        }
        return cuts;
    }

    /**
     * How many letters were left out, added, changed or swapped with their neighbour (optimal string alignment distance).
     */
    static int errors(String typed, String word) {
        int[] beforeLast = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= typed.length(); i++) {
            int[] now = new int[word.length() + 1];
            now[0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int changed = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + changed);
                if (swapped(typed, i, word, j)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = now;
        }
        return last[word.length()];
    }

    private static boolean swapped(String typed, int i, String word, int j) {
        return i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2) && typed.charAt(i - 2) == word.charAt(j - 1);
    }
}
