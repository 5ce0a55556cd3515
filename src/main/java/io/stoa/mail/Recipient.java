package io.stoa.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who gets a message. A name is made to fit one line of a header, whatever somebody called themselves. */
public record Recipient(@Nullable String name, String address) {

    private static final int ADDRESS_MAX = 254;
    private static final int NAME_MAX = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]]+@[^@\\s\\p{Cntrl}<>(),;:\\\\\"]+");

    /** @throws IllegalArgumentException when the address is not one, plain and single */
    public Recipient {
        address = address.strip();
        if (address.length() > ADDRESS_MAX || !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("A message goes to one address such as name@example.com");
        }
        name = name == null || name.isBlank() ? null : line(name, NAME_MAX);
    }

    /** Whether a message could be addressed so. */
    public static boolean isAddress(@Nullable String text) {
        return text != null
                && text.strip().length() <= ADDRESS_MAX
                && ADDRESS.matcher(text.strip()).matches();
    }

    /** A text without breaks and other control characters, so that it stays in its header. */
    static String line(String text, int longest) {
        var plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return plain.length() <= longest
                ? plain
                : plain.substring(0, longest - 1).strip() + "…";
    }
}
