package io.stoa.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which a person is recognised: the normal form, which is compared, and the original, which is shown and
 * written to. An e-mail address is compared in lower case, a telephone number as E.164, a card as capitals and digits.
 */
public record Identifier(Kind kind, String value, String original) {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    /** Unquoted, with dots only between other characters; more exists on paper, and is a typing error in a shop. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\.\\p{Cc}]+(\\.[^\\s@\"(),:;<>\\[\\]\\\\.\\p{Cc}]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern CARD = Pattern.compile("[A-Z0-9]{4,32}");
    private static final int EMAIL_MAX = 254;
    private static final int LOCAL_PART_MAX = 64;
    private static final int PHONE_MAX = 40;

    /** What kind of thing it is. */
    public enum Kind {
        EMAIL,
        PHONE,
        CARD
    }

    /** Refuses what is no address at which mail could arrive. */
    public static Identifier email(String text) {
        var original = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int at = original.lastIndexOf('@');
        var domain = at < 1 || original.length() > EMAIL_MAX ? "" : ascii(original.substring(at + 1));
        if (!DOMAIN.matcher(domain).matches() || at > LOCAL_PART_MAX) {
            throw notAnEmail();
        }
        var local = original.substring(0, at);
        if (!LOCAL_PART.matcher(local).matches()) {
            throw notAnEmail();
        }
        return new Identifier(Kind.EMAIL, local.toLowerCase(Locale.ROOT) + "@" + domain, original);
    }

    /**
     * @param country ISO 3166 alpha-2, for a number without + and country code; null when that is not known
     */
    public static Identifier phone(String text, @Nullable String country) {
        var original = text.strip();
        try {
            var number = PHONES.parse(original.substring(0, Math.min(original.length(), PHONE_MAX)), country);
            if (original.length() > PHONE_MAX || !PHONES.isPossibleNumber(number)) {
                throw notAPhone();
            }
            return new Identifier(Kind.PHONE, PHONES.format(number, PhoneNumberFormat.E164), original);
        } catch (NumberParseException unreadable) {
            throw notAPhone();
        }
    }

    /** Blanks, hyphens and case do not matter. */
    public static Identifier card(String text) {
        var value = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!CARD.matcher(value).matches()) {
            throw new IllegalArgumentException("A card's number has 4 to 32 letters and digits");
        }
        return new Identifier(Kind.CARD, value, text.strip());
    }

    /** Never shows the person's datum, so that no log can. */
    @Override
    public String toString() {
        return kind + "(…)";
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return "";
        }
    }

    private static IllegalArgumentException notAnEmail() {
        return new IllegalArgumentException("An e-mail address looks like name@example.com");
    }

    private static IllegalArgumentException notAPhone() {
        return new IllegalArgumentException(
                "A telephone number begins with + and its country code, such as +44 20 7946 0000");
    }
}
