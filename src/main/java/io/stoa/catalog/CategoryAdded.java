package io.stoa.catalog;

/** A shelf was added before anything stood on it. */
public record CategoryAdded(String path) {

    public static final String TYPE = "catalog.category_added";
}
