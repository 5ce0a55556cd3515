package io.stoa.office.articles;

import io.stoa.catalog.Media;
import io.stoa.catalog.Picture;
import io.stoa.catalog.Product;
import io.stoa.page.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of an article: what is on each, by language, which comes when, and which goes; the first is the main one. */
public record PicturesForm(Map<String, String> typed, Map<String, String> errors) {

    private static final int ALT_MAX = 200;
    private static final int PICTURES_MAX = 20;

    static PicturesForm sent(Map<String, String> typed) {
        return new PicturesForm(typed, new HashMap<>());
    }

    static PicturesForm of(Product there) {
        var typed = new HashMap<String, String>();
        typed.put("version", String.valueOf(there.version()));
        for (int n = 0; n < there.media().size(); n++) {
            var media = there.media().get(n);
            typed.put(alt("en", n), media.description());
            for (var said : media.descriptions().entrySet()) {
                typed.put(alt(said.getKey(), n), said.getValue());
            }
        }
        return new PicturesForm(typed, Map.of());
    }

    /** The field that says what is on a picture; of the one that is added it is the number after the last. */
    public static String alt(String language, int picture) {
        return "alt-" + language + "-" + picture;
    }

    public String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    long version() {
        return text("version").matches("\\d{1,18}") ? Long.parseLong(text("version")) : 0;
    }

    PicturesForm wrong(String field, String why) {
        errors.putIfAbsent(field, why);
        return this;
    }

    /** What the pictures are to be, with one that was brought as the last, or nothing when something is wrong. */
    Optional<List<Media>> wanted(Product there, Optional<Picture> brought, Texts words) {
        var all = new ArrayList<>(there.media());
        brought.ifPresent(picture -> all.add(new Media(picture.url(), "")));
        for (int n = 0; n < all.size(); n++) {
            all.set(n, said(all.get(n), n, words));
        }
        if (all.size() > PICTURES_MAX && brought.isPresent()) {
            errors.putIfAbsent("picture", words.get("articles.wrong.picture.many", PICTURES_MAX));
        }
        moved(all);
        return errors.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    private Media said(Media media, int n, Texts words) {
        var others = new HashMap<>(media.descriptions());
        others.put("de", text(alt("de", n)));
        others.values().removeIf(String::isEmpty);
        for (var language : List.of("en", "de")) {
            if (text(alt(language, n)).length() > ALT_MAX) {
                errors.putIfAbsent(alt(language, n), words.get("articles.wrong.title"));
            }
        }
        return new Media(media.url(), text(alt("en", n)), others);
    }

    /** As the button that was pressed says: {@code up-2}, {@code down-0} or {@code remove-1}; any other leaves them in their order. */
    private void moved(List<Media> all) {
        var what = text("do").split("-", 2);
        int n = what.length == 2 && what[1].matches("\\d{1,3}") ? Integer.parseInt(what[1]) : -1;
        if (n < 0 || n >= all.size()) {
            return;
        }
        switch (what[0]) {
            case "up" -> Collections.swap(all, n, Math.max(0, n - 1));
            case "down" -> Collections.swap(all, n, Math.min(all.size() - 1, n + 1));
            case "remove" -> all.remove(n);
            default -> {} // Only what is on them was written.
        }
    }
}
