package io.stoa.shop.seen;

import io.stoa.shared.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a page tells those who cannot read it: its own address, what it is about, a picture, and the same as
 * schema.org's linked data. Addresses are whole.
 */
public record Seen(
        String address,
        String kind,
        String title,
        String description,
        @Nullable String picture,
        boolean listed,
        List<Map<String, Object>> data) {

    private static final int DESCRIPTION_MAX = 300;

    public Seen {
        description = description.length() <= DESCRIPTION_MAX ? description : description.substring(0, DESCRIPTION_MAX - 1) + "…";
        data = List.copyOf(data);
    }

    /** A page that says nothing of itself but where it is. */
    public static Seen page(String address, String title, String description) {
        return new Seen(address, "website", title, description, null, true, List.of());
    }

    public Seen with(List<Map<String, Object>> otherData) {
        return new Seen(address, kind, title, description, picture, listed, otherData);
    }

    /** For one's own eyes, or one of endless many: engines are asked to pass it by. */
    public Seen unlisted() {
        return new Seen(address, kind, title, description, picture, false, data);
    }

    /**
     * The linked data as it may stand between script tags: nothing in it can end them, whatever an article is called
     * (JSON-LD 1.1, section 7.2).
     */
    public List<String> scripts() {
        return data.stream().map(Seen::script).toList();
    }

    static String script(Object data) {
        return Json.write(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
