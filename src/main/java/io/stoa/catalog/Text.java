package io.stoa.catalog;

/** What a product is called and how it is described, in one language. */
public record Text(String title, String description) {

    private static final int TITLE_MAX = 200;
    private static final int DESCRIPTION_MAX = 20_000;

    public Text {
        title = title.strip();
        description = description.strip();
        if (title.isEmpty() || title.length() > TITLE_MAX || description.length() > DESCRIPTION_MAX) {
            throw new IllegalArgumentException("A title has 1 to 200 characters, a description at most 20000");
        }
    }

    public static Text of(String title) {
        return new Text(title, "");
    }
}
