package io.stoa.catalog;

import java.util.regex.Pattern;

/** A picture: where it lies (https, http, or a path of this site) and what is on it, for who cannot see it. */
public record Media(String url, String description) {

    private static final Pattern SAFE = Pattern.compile("(https?://|/(?!/))[!-~&&[^\"'<>\\\\]]{1,1990}");

    public Media {
        if (!SAFE.matcher(url).matches()) {
            throw new IllegalArgumentException("A picture has a web address or a path that begins with /");
        }
    }
}
