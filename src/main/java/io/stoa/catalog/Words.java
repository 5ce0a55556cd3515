package io.stoa.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as search compares them: lower case, without accents, apostrophes and punctuation. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TYPED_MAX = 100;
    private static final int WORDS_MAX = 8;

    private Words() {}

    static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(APOSTROPHES.matcher(decomposed).replaceAll("")).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Up to {@value #WORDS_MAX} words of what somebody typed. */
    static List<String> typed(String text) {
        var plain = plain(text.substring(0, Math.min(text.length(), TYPED_MAX)));
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }

    /** How many typing errors a word of that length may have and still be taken for another. */
    static int errorsForgiven(String word) {
        return word.length() < 4 ? 0 : word.length() < 6 ? 1 : 2;
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
