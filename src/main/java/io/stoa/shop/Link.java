package io.stoa.shop;

/** Somewhere to go, and whether the visitor is there already. */
public record Link(String text, String href, boolean current) {

    public static Link to(String text, String href) {
        return new Link(text, href, false);
    }
}
