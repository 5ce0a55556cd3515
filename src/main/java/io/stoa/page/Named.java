package io.stoa.page;

/** A signed-in principal that knows how it wants to be called on a page. */
public interface Named {

    String displayName();
}
