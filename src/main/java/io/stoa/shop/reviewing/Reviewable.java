package io.stoa.shop.reviewing;

import io.stoa.page.Picture;

/** An article of an order about which something may be said; {@code stars} is what was said so far, 0 for nothing. */
public record Reviewable(String title, Picture picture, String href, int stars) {}
