package io.stoa.payments.gateway;

import java.util.regex.Pattern;

/** Recognises card numbers where none may be: 13 to 19 digits, plain or in their usual groups, that pass Luhn's check. */
public final class CardNumbers {

    private static final Pattern SHAPE = Pattern.compile("(?<![0-9A-Za-z])"
            + "(?:\\d{13,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7}|\\d{4}([ -])\\d{6}\\2\\d{5})(?![0-9A-Za-z])");

    private CardNumbers() {}

    /** @throws IllegalArgumentException unless this is 1 to {@code max} printable ASCII characters without a card number */
    public static void refuse(String text, int max) {
        if (text.isBlank() || text.length() > max || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("A token or reference has 1 to " + max + " printable ASCII characters");
        }
        if (in(text)) {
            throw new IllegalArgumentException("Card numbers must not be given to Stoa");
        }
    }

    public static boolean in(String text) {
        return SHAPE.matcher(text).results().anyMatch(found -> luhn(found.group().replaceAll("[ -]", "")));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
