package io.stoa.customers;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a person.
 *
 * @param words beginnings of words of the name, as PostgreSQL wants them, or empty
 * @param ending last characters of a phone or card, or empty when too few were given
 */
record SearchText(Optional<Identifier> email, String words, String ending) {

    private static final int TEXT_MAX = 200;
    private static final int WORDS_MAX = 8;
    private static final int ENDING_MIN = 4;

    static SearchText of(String text) {
        var bounded = text.strip().substring(0, Math.min(text.strip().length(), TEXT_MAX));
        return new SearchText(emailIn(bounded), wordsIn(bounded), endingIn(bounded));
    }

    /** The id after which a page begins. */
    static long key(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notAKey) {
            throw new IllegalArgumentException("A page begins after a key that an earlier page gave", notAKey);
        }
    }

    private static Optional<Identifier> emailIn(String text) {
        try {
            return Optional.of(Identifier.email(text));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    /** Letters and digits only: nothing that PostgreSQL's query language could take for its own. */
    private static String wordsIn(String text) {
        return Arrays.stream(CustomerTable.folded(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** Without the zero that stands for the country's own prefix. */
    private static String endingIn(String text) {
        var plain = text.replaceAll("[\\s()./-]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replaceFirst("^0+", "");
        return plain.matches("\\+?[A-Z0-9]+")
                        && plain.length() >= ENDING_MIN
                        && plain.chars().anyMatch(Character::isDigit)
                ? plain
                : "";
    }
}
