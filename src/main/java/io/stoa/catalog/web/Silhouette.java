package io.stoa.catalog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The outlines that {@link ProductPicture} can draw, and the words of a product or shelf that call for each. */
enum Silhouette {
    HOODIE("hoodie", "hoodies", "hoody", "sweatshirt", "sweatshirts"),
    PYJAMAS("pyjama", "pyjamas", "pajama", "pajamas", "nightwear", "sleepwear"),
    DRESS("dress", "dresses", "gown", "gowns"),
    JACKET("jacket", "jackets", "blouson", "anorak", "anoraks"),
    COAT("coat", "coats", "parka", "parkas", "trench"),
    SWEATER("sweater", "sweaters", "jumper", "jumpers", "pullover", "pullovers", "cardigan", "cardigans", "knitwear"),
    JEANS("jean", "jeans", "denim"),
    SHORTS("short", "shorts", "bermudas"),
    SKIRT("skirt", "skirts"),
    SOCKS("sock", "socks", "stocking", "stockings", "tights"),
    SHOES("shoe", "shoes", "sneaker", "sneakers", "trainer", "trainers", "boot", "boots", "footwear"),
    TROUSERS("trouser", "trousers", "pants", "chinos", "leggings"),
    SHIRT("shirt", "shirts", "tshirt", "tshirts", "blouse", "blouses", "polo", "top", "tops", "tee", "tees"),
    BOX();

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; the checker knows only the type.
    private final Set<String> words;

    private final String drawing;

    Silhouette(String... words) {
        this.words = Set.of(words);
        this.drawing = read("/catalog/pictures/" + name().toLowerCase(Locale.ROOT) + ".svg");
    }

    /** By the first list of words that calls for one: what the product is called says more than where it stands. */
    static Silhouette of(List<String> texts) {
        return texts.stream()
                .map(text -> words(text))
                .flatMap(words -> Arrays.stream(values()).filter(shape -> shape.isMeantBy(words)))
                .findFirst()
                .orElse(BOX);
    }

    /** Lines on a ground of 400 by 400, in those colours. */
    String draw(String fill, String light, String shade) {
        return drawing.replace("{fill}", fill).replace("{light}", light).replace("{shade}", shade);
    }

    private boolean isMeantBy(Collection<String> text) {
        return text.stream().anyMatch(words::contains);
    }

    /** Its words of plain letters; what is not one of them calls for no outline and no colour. */
    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Silhouette.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
