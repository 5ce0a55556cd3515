package io.stoa.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A picture: where it lies (https, http, or a path of this site) and what is on it, for who cannot see it: in the house's language,
 * and in others by language where it is said in them.
 */
public record Media(
        String url, String description, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> descriptions) {

    private static final Pattern SAFE = Pattern.compile("(https?://|/(?!/))[!-~&&[^\"'<>\\\\]]{1,1990}");

    public Media {
        descriptions = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(descriptions, Map.of())));
        if (!SAFE.matcher(url).matches()) {
            throw new IllegalArgumentException("A picture has a web address or a path that begins with /");
        }
    }

    public Media(String url, String description) {
        this(url, description, Map.of());
    }

    /** In that language, or the nearest there is; may be empty. */
    public String description(String language) {
        var known = new HashMap<>(Map.of(Languages.HOUSE, description));
        known.putAll(descriptions);
        known.values().removeIf(String::isBlank);
        return Languages.pick(known, language);
    }
}
