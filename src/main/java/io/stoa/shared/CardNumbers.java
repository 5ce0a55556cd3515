package io.stoa.shared;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Recognises card numbers where none may be: digits, plain or in their usual groups, with a beginning and a length that card
 * companies give out (ISO/IEC 7812, as listed by the large ones), that pass Luhn's check.
 */
public final class CardNumbers {

    /** Something about to be written down for good holds a card number. */
    public static final class Told extends RuntimeException {
        private static final long serialVersionUID = 1;

        Told() {
            super("This holds what looks like a card number, which Stoa never keeps. Leave it out.");
        }
    }

    private static final int SHORTEST = 14;

    private static final Pattern SHAPE = Pattern.compile("(?<![0-9A-Za-z])"
            + "(?:\\d{14,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7}|\\d{4}([ -])\\d{6}\\2\\d{4,5})(?![0-9A-Za-z])");

    private static final Pattern GIVEN_OUT = Pattern.compile("4\\d{15}(?:\\d{3})?" // Visa
            + "|(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}" // Mastercard
            + "|3[47]\\d{13}" // American Express
            + "|3(?:0[0-5]|[689]\\d)\\d{11}(?:\\d{2})?" // Diners Club
            + "|35(?:2[89]|[3-8]\\d)\\d{12,15}" // JCB
            + "|6(?:011|22\\d|4[4-9]\\d|5\\d{2}|2\\d{2})\\d{12,15}" // Discover, UnionPay
            + "|(?:50|5[6-8]|6[37])\\d{14,17}"); // Maestro

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

    /** @throws Told when there is one in it */
    public static String without(String text) {
        if (in(text)) {
            throw new Told();
        }
        return text;
    }

    public static boolean in(String text) {
        return mayBeIn(text) && SHAPE.matcher(text).results().anyMatch(CardNumbers::isOne);
    }

    /** The text with the last four digits of each. */
    public static String masked(String text) {
        return mayBeIn(text) ? SHAPE.matcher(text).replaceAll(CardNumbers::masked) : text;
    }

    private static String masked(MatchResult found) {
        var digits = digits(found);
        return isOne(found) ? "[card number ending in " + digits.substring(digits.length() - 4) + "]" : "$0";
    }

    private static boolean isOne(MatchResult found) {
        var digits = digits(found);
        return GIVEN_OUT.matcher(digits).matches() && luhn(digits);
    }

    private static String digits(MatchResult found) {
        return found.group().replaceAll("[ -]", "");
    }

    /** Whether there are enough digits in a row at all; nearly every text is done with by this. */
    private static boolean mayBeIn(String text) {
        int inARow = 0;
        for (int i = 0; i < text.length() && inARow < SHORTEST; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                inARow++;
            } else if (c != ' ' && c != '-') {
                inARow = 0;
            }
        }
        return inARow >= SHORTEST;
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
