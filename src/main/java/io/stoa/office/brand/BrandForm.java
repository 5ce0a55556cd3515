package io.stoa.office.brand;

import io.stoa.brand.Brand;
import io.stoa.brand.BrandKit;
import io.stoa.brand.BrandKit.Corners;
import io.stoa.brand.BrandKit.Typeface;
import io.stoa.brand.Colour;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.shared.Versioned;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A brand kit as it was typed, and what has to be put right, by field. */
public record BrandForm(Map<String, String> typed, Map<String, String> errors) {

    /** Those in which a house greets and thanks. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final int TYPED_MAX = 200;

    static BrandForm of(Map<String, String> typed) {
        return new BrandForm(Map.copyOf(typed), new LinkedHashMap<>());
    }

    static BrandForm of(Versioned<BrandKit> kit) {
        var typed = new HashMap<String, String>();
        typed.put("version", String.valueOf(kit.version()));
        typed.put("name", kit.value().name());
        typed.put("colour", kit.value().colour().hex());
        typed.put("typeface", kit.value().typeface().name());
        typed.put("corners", kit.value().corners().name());
        typed.put("logo", kit.value().logo() == null ? "" : kit.value().logo());
        kit.value().strapline().forEach((language, words) -> typed.put("strapline-" + language, words));
        kit.value().thanks().forEach((language, words) -> typed.put("thanks-" + language, words));
        return of(typed);
    }

    /** What stands in a field. */
    public String text(String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.substring(0, Math.min(TYPED_MAX, text.length()));
    }

    public String colour() {
        return Colour.read(text("colour")).map(Colour::hex).orElse(BrandKit.OWN.colour().hex());
    }

    /** Whether text in the colour can be read by day as it is. */
    public boolean readable() {
        return Brand.isReadable(new Colour(colour()));
    }

    /** What the shop would greet with. */
    public String strapline(PageFrame frame) {
        var words = text("strapline-" + frame.texts().language());
        return words.isEmpty() ? frame.t("shop.home.title") : words;
    }

    /** Of the preview: the stylesheet of what was typed so far. */
    public String query() {
        return "colour=" + colour().substring(1) + "&typeface=" + typeface() + "&corners=" + corners();
    }

    public Typeface typeface() {
        return one(Typeface.values(), "typeface", BrandKit.OWN.typeface());
    }

    public Corners corners() {
        return one(Corners.values(), "corners", BrandKit.OWN.corners());
    }

    public static Typeface[] typefaces() {
        return Typeface.values();
    }

    public static Corners[] everyCorners() {
        return Corners.values();
    }

    long version() {
        return text("version").matches("\\d{1,18}") ? Long.parseLong(text("version")) : -1;
    }

    /** The kit that is meant, with this logo; empty when something is wrong, which {@link #errors} then says. */
    Optional<BrandKit> kit(@Nullable String logo, BrandKit now, Texts texts) {
        check("name", text("name").length() >= 1 && text("name").length() <= BrandKit.NAME_MAX, texts);
        check("colour", Colour.read(text("colour")).isPresent(), texts);
        for (var language : LANGUAGES) {
            check("strapline-" + language, text("strapline-" + language).length() <= BrandKit.WORDS_MAX, texts);
            check("thanks-" + language, text("thanks-" + language).length() <= BrandKit.WORDS_MAX, texts);
        }
        return errors.isEmpty() ? Optional.of(look(logo, now)) : Optional.empty();
    }

    /** The same with this logo: a browser does not bring a file twice. */
    BrandForm wearing(@Nullable String logo) {
        var again = new HashMap<>(typed);
        again.put("logo", logo == null ? "" : logo);
        again.remove("without");
        return new BrandForm(Map.copyOf(again), errors);
    }

    /** What can be shown of it, whatever was typed; words of languages that have no field stay as they are. */
    BrandKit look(@Nullable String logo, BrandKit now) {
        var name = text("name").isEmpty() ? BrandKit.OWN.name() : text("name");
        return new BrandKit(
                name.substring(0, Math.min(BrandKit.NAME_MAX, name.length())),
                new Colour(colour()),
                typeface(),
                corners(),
                logo,
                words("strapline-", now.strapline()),
                words("thanks-", now.thanks()));
    }

    void wrong(String field, String sentence) {
        errors.put(field, sentence);
    }

    private Map<String, String> words(String kind, Map<String, String> now) {
        var words = new TreeMap<>(now);
        for (var language : LANGUAGES) {
            var text = text(kind + language);
            words.put(language, text.substring(0, Math.min(BrandKit.WORDS_MAX, text.length())));
        }
        return words;
    }

    private <E extends Enum<E>> E one(E[] all, String field, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text(field)))
                .findFirst()
                .orElse(otherwise);
    }

    private void check(String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("office.brand.error." + field.replaceFirst("-.*", "")));
        }
    }
}
