package io.stoa.page;

import io.stoa.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The words, numbers, prices and dates of one visitor's language. The first part of a key names its file: {@code shop.cart}
 * lies in {@code messages/shop.properties}, and in German in {@code messages/shop_de.properties}. A missing key shows
 * itself instead of failing the page.
 */
public final class Texts {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final Set<String> MILES = Set.of("US", "GB");
    private static final double KILOMETRES_PER_MILE = 1.609344;

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    public static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /** The text with {0}, {1}, ... replaced by the arguments, which are written as the language writes them. */
    public String get(String key, Object... arguments) {
        return fill(find(key), arguments);
    }

    /** The text that fits the number: {@code key.zero} where there is one, {@code key.one}, {@code key.other}. */
    public String count(String key, long number, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = number;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return fill(find(plural(key, number)), all);
    }

    public String money(Money amount) {
        return amount.format(locale);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share such as 0.25 as {@code 25%}. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** A share in basis points with what it has of decimals, for example {@code 12.5%}. */
    public String share(long basisPoints) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(BigDecimal.valueOf(basisPoints, 4));
    }

    /** A distance as the visitor's country measures it: miles in the US and the UK, kilometres elsewhere. */
    public String distance(double kilometres) {
        var value = kilometres / roadUnit();
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return format.format(value) + "\u00a0" + (roadUnit() == 1 ? "km" : "mi");
    }

    /** How many kilometres the unit has in which the visitor's country measures distances. */
    public double roadUnit() {
        return MILES.contains(locale.getCountry()) ? KILOMETRES_PER_MILE : 1;
    }

    /** A day in words, for example {@code 3 Mar 2026}. */
    public String day(LocalDate day) {
        return localised(FormatStyle.MEDIUM, day);
    }

    /** A weekday and day, for promises, for example {@code Tuesday, 3 March}. */
    public String promise(LocalDate day) {
        var pattern = DateTimeFormatter.ofPattern(find("page.date.promise"), locale);
        return pattern.format(day);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** A moment with day and minute, as the clock of the place shows it. */
    public String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }

    /** The same with the short name of the zone, for example {@code 3 Mar 2026, 14:02 GMT}. */
    public String momentNamed(Instant moment, ZoneId zone) {
        return inZone(moment(moment, zone), moment, zone);
    }

    /** A time that is written, with the short name that its zone has at that moment. */
    public String inZone(String time, Instant moment, ZoneId zone) {
        return time + "\u00a0" + DateTimeFormatter.ofPattern("z", locale).format(moment.atZone(zone));
    }

    /** The clock of the place to the second, for what happens while one looks. */
    public String second(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(moment.atZone(zone));
    }

    /** A length of time in its largest unit, for example {@code 5 minutes}. */
    public String length(Duration duration) {
        if (duration.toMinutes() < 1) {
            return count("page.seconds", Math.max(0, duration.toSeconds()));
        }
        if (duration.toHours() < 1) {
            return count("page.minutes", duration.toMinutes());
        }
        return duration.toDays() < 2 ? count("page.hours", duration.toHours()) : count("page.days", duration.toDays());
    }

    public Locale locale() {
        return locale;
    }

    /** The {@code lang} attribute of the page. */
    public String language() {
        return locale.getLanguage();
    }

    /** The {@code dir} attribute of the page. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    private String localised(FormatStyle style, TemporalAccessor value) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(value);
    }

    private String plural(String key, long number) {
        if (number == 0 && !find(key + ".zero").equals(key + ".zero")) {
            return key + ".zero";
        }
        return key + (number == 1 ? ".one" : ".other");
    }

    private String find(String key) {
        var dot = key.indexOf('.');
        try {
            return ResourceBundle.getBundle("messages/" + key.substring(0, Math.max(dot, 0)), locale, EXACT)
                    .getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    private String fill(String text, Object... arguments) {
        var filled = text;
        for (var i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", written(arguments[i]));
        }
        return filled;
    }

    private String written(Object argument) {
        return switch (argument) {
            case Money money -> money(money);
            case Long number -> number(number);
            case Integer number -> number(number);
            case LocalDate day -> day(day);
            default -> argument.toString();
        };
    }
}
