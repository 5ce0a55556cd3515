package io.stoa.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under a bar code: GTIN-8, -12 (UPC), -13 (EAN) or -14, whose last digit checks the others (GS1 General
 * Specifications, section 7.9). Digits that do not check are refused with {@link IllegalArgumentException}.
 */
public record Gtin(@JsonValue String digits) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final int LENGTH = 14;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Gtin {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("A GTIN has 8, 12, 13 or 14 digits");
        }
        if (checkDigit(digits.substring(0, digits.length() - 1)) != digits.charAt(digits.length() - 1) - '0') {
            throw new IllegalArgumentException("The last digit of GTIN " + digits + " does not check the others");
        }
    }

    /** The GTIN that was typed or scanned, with blanks and hyphens or without; empty when it is none. */
    public static Optional<Gtin> read(String text) {
        try {
            return Optional.of(new Gtin(text.replaceAll("[\\s-]", "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The digit that makes these digits a GTIN: from the right, they weigh 3, 1, 3, 1 and so on. */
    public static int checkDigit(String withoutCheck) {
        int sum = 0;
        for (int i = 0; i < withoutCheck.length(); i++) {
            int digit = withoutCheck.charAt(withoutCheck.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** The 14 digits under which a UPC and the EAN that scanners make of it are the same. */
    public String padded() {
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
