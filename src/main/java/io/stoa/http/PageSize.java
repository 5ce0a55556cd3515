package io.stoa.http;

import com.fasterxml.jackson.annotation.JsonValue;
import io.stoa.shared.Page;

/** How many items a client wants on one page: 1 to 200. Take it as {@code @RequestParam(defaultValue = "50") PageSize size}. */
public record PageSize(@JsonValue int value) {

    public PageSize {
        if (value < 1 || value > Page.SIZE_MAX) {
            throw new IllegalArgumentException("A page has 1 to 200 items");
        }
    }
}
