package io.stoa.search;

/** A group of synonyms was added, changed or taken away. */
public record SynonymsChanged(String name) {

    public static final String TYPE = "search.synonyms_changed";
}
