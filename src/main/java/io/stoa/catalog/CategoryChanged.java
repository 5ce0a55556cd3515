package io.stoa.catalog;

/** A shelf was added before anything stood on it, or is called something else. Its path stays what it was. */
public record CategoryChanged(String path) {

    public static final String ADDED = "catalog.category_added";
    public static final String RENAMED = "catalog.category_renamed";
}
