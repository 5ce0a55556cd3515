package io.stoa.catalog;

import io.stoa.shared.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be said of a category from its path alone. */
final class CategoryPath {

    private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");
    private static final Pattern NOT_IN_SLUG = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LENGTH_MAX = 250;
    private static final int DEPTH_MAX = 8;

    private CategoryPath() {}

    static String tidy(String path) {
        var names = Arrays.stream(SLASH.split(path.strip()))
                .filter(name -> !name.isEmpty())
                .toList();
        boolean printable = path.chars().noneMatch(Character::isISOControl);
        if (names.isEmpty() || names.size() > DEPTH_MAX || path.length() > LENGTH_MAX || !printable) {
            throw new IllegalArgumentException("A category is a path of 1 to 8 names such as Women's/Shirts");
        }
        return String.join("/", names);
    }

    /** The path and all those above it, the uppermost first. */
    static List<String> withParents(String path) {
        var paths = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            paths.add(path.substring(0, slash));
        }
        paths.add(path);
        return paths;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** For an address: {@code womens-shirts}. */
    static String slug(String path) {
        var slug = NOT_IN_SLUG.matcher(Words.plain(path)).replaceAll("-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "category" : slug.toLowerCase(Locale.ROOT);
    }
}
