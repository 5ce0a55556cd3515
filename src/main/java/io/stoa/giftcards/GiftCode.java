package io.stoa.giftcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.stoa.shared.CardNumbers;
import io.stoa.payments.gateway.CardToken;
import io.stoa.secrets.Secrets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What is printed on a gift card: 16 characters of Crockford's base 32 in groups of four, 80 bits that nobody guesses. Read as
 * people type it: small letters, blanks and hyphens do not matter, O is 0, I and L are 1.
 */
public record GiftCode(@JsonValue String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int TYPED_MAX = 60;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GiftCode {
        value = read(value).orElseThrow(() -> new IllegalArgumentException(
                "A gift card's code has 16 letters and digits, such as 7QX2-M4KD-90TB-HW3E"));
    }

    /** A fresh one; never one that could be taken for a card number. */
    static GiftCode fresh() {
        while (true) {
            var code = RANDOM.ints(LENGTH, 0, ALPHABET.length())
                    .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                    .toString();
            if (!CardNumbers.in(grouped(code))) {
                return new GiftCode(code);
            }
        }
    }

    /** What somebody typed, if it can be a code at all. */
    public static Optional<GiftCode> typed(String text) {
        return read(text).map(GiftCode::new);
    }

    /** As payments carry it. */
    public CardToken token() {
        return new CardToken(value);
    }

    String ending() {
        return value.substring(value.length() - GROUP);
    }

    byte[] hash() {
        return Secrets.hash("gift card:" + value);
    }

    /** Never the code itself: this ends up in logs. */
    @Override
    public String toString() {
        return "GiftCode";
    }

    private static Optional<String> read(String text) {
        if (text.length() > TYPED_MAX) {
            return Optional.empty();
        }
        var plain = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean fits = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return fits ? Optional.of(grouped(plain)) : Optional.empty();
    }

    private static String grouped(String plain) {
        return plain.replaceAll("(.{4})(?=.)", "$1-");
    }
}
