package io.stoa.push;

/**
 * A few words on a screen, and the page they open.
 *
 * @param key the same key for the same subscriber is the same message: written again, nothing happens
 * @param tag a later message of this tag takes the place of an earlier one
 */
public record Notice(String key, String title, String body, String href, String tag) {

    private static final int TITLE_MAX = 120;
    private static final int BODY_MAX = 300;

    public Notice {
        title = title.substring(0, Math.min(TITLE_MAX, title.length()));
        body = body.substring(0, Math.min(BODY_MAX, body.length()));
        if (key.isBlank() || title.isBlank() || !href.startsWith("/")) {
            throw new IllegalArgumentException("A notice has a key, a title and a page of ours");
        }
    }
}
