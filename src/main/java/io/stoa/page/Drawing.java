package io.stoa.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an article without a picture is drawn as: a symbol of {@code garments.svg}, called for by words of its title or shelf. */
enum Drawing {
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
    PARCEL;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; the checker knows only the type.
    private final Set<String> words;

    Drawing(String... words) {
        this.words = Set.of(words);
    }

    /** By the first text that calls for one: what an article is called says more than where it stands. */
    static Optional<Drawing> of(List<String> texts) {
        return texts.stream()
                .map(Drawing::words)
                .flatMap(words -> Arrays.stream(values()).filter(one -> words.stream().anyMatch(one.words::contains)))
                .findFirst();
    }

    /** The name of its symbol. */
    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of plain letters in a text. */
    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    }
}
