package io.stoa.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: lower case, without accents, apostrophes and punctuation, one blank between two. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TYPED_MAX = 100;
    private static final int WORDS_MAX = 8;

    private Words() {}

    public static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(APOSTROPHES.matcher(decomposed).replaceAll("")).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Up to {@value #WORDS_MAX} words of what somebody typed. */
    public static List<String> typed(String text) {
        var plain = plain(text.substring(0, Math.min(text.length(), TYPED_MAX)));
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }
}
