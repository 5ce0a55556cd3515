package io.stoa.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs to know about the request: the words, where it is, who is signed in, the files and the token that
 * protects its forms. The token is read only when a form asks for it, so that a page without forms opens no session.
 */
public record PageFrame(
        Texts texts,
        Assets assets,
        String path,
        String query,
        @Nullable ZoneId zone,
        @Nullable String signedIn,
        Set<String> roles,
        @Nullable String theme,
        boolean demo,
        Livery livery,
        Supplier<@Nullable Csrf> csrfSource) {

    /** The hidden field that proves that a form came from our own page. */
    public record Csrf(String parameter, String header, String token) {}

    public @Nullable Csrf csrf() {
        return csrfSource.get();
    }

    /** Short for {@code texts().get(...)}. */
    public String t(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The words of the brand in the visitor's language; null when it has none there. */
    public @Nullable String said(Map<String, String> words) {
        return words.get(texts.language());
    }

    /** A moment as the visitor's own clock shows it; as that of the given place until the browser has told its zone. */
    public String moment(Instant moment, ZoneId otherwise) {
        return texts.moment(moment, zone(otherwise));
    }

    /** The same with the zone named as long as it is not known to be the visitor's own. */
    public String momentNamed(Instant moment, ZoneId otherwise) {
        return momentThere(moment, zone(otherwise));
    }

    /** A moment by the clock of a place, whose zone is named unless the visitor's clock shows the same. */
    public String momentThere(Instant moment, ZoneId place) {
        boolean same = zone != null && zone.getRules().getOffset(moment).equals(place.getRules().getOffset(moment));
        return same ? texts.moment(moment, place) : texts.momentNamed(moment, place);
    }

    /** The zone of the visitor's browser, else the given one. */
    public ZoneId zone(ZoneId otherwise) {
        return zone == null ? otherwise : zone;
    }

    /** The same page with the same search and filters, in another language. */
    public String inLanguage(String language) {
        return (query.isEmpty() ? "?" : "?" + query + "&") + "lang=" + language;
    }

    /** The hashed address of a static file. */
    public String asset(String file) {
        return assets.url(file);
    }

    /** The address of one icon of the sprite, for {@code <use href>}. */
    public String icon(String name) {
        return assets.url("icons.svg") + "#" + name;
    }

    /** Whether the signed-in person has one of the roles, named as in {@code MANAGER}. */
    public boolean may(String... anyOf) {
        return Set.of(anyOf).stream().anyMatch(roles::contains);
    }

    /** {@code page} where the address lies on or under the path, for {@code aria-current}; null elsewhere. */
    public @Nullable String current(String under) {
        return path.equals(under) || path.startsWith(under + "/") ? "page" : null;
    }
}
