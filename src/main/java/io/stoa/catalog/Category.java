package io.stoa.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shelf: its name in addresses, its whole path, by which products name it, its own name, the shelf above, how many published
 * products are on or below it, and what it is called by language where that differs.
 */
public record Category(
        String slug, String path, String name, @Nullable String parentSlug, int products, Map<String, String> names) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int NAME_MAX = 100;
    private static final int NAMES_MAX = 50;

    public Category {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /**
     * The path as it is kept, without blanks around its names.
     *
     * @throws IllegalArgumentException unless it has 1 to 8 names
     */
    public static String tidy(String path) {
        return CategoryPath.tidy(path);
    }

    /**
     * Names by language as they are kept, without blanks around them.
     *
     * @throws IllegalArgumentException unless each language is one such as {@code en} and each name has 1 to 100 characters
     */
    public static SortedMap<String, String> tidy(Map<String, String> names) {
        var tidy = new TreeMap<String, String>();
        names.forEach((language, name) -> tidy.put(language, name.strip()));
        boolean fine = tidy.size() <= NAMES_MAX
                && tidy.keySet().stream().allMatch(language -> LANGUAGE.matcher(language).matches())
                && tidy.values().stream().allMatch(Category::isName);
        if (!fine) {
            throw new IllegalArgumentException("Names have 1 to 100 characters, by languages such as 'en' or 'de'");
        }
        return Collections.unmodifiableSortedMap(tidy);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= NAME_MAX && name.chars().noneMatch(Character::isISOControl);
    }

    /** In that language; in the house's, or as in its path, where it has no name in it. */
    public String name(String language) {
        var known = new HashMap<>(Map.of(Languages.HOUSE, name));
        known.putAll(names);
        return Languages.pick(known, language);
    }
}
