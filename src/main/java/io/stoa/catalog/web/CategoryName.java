package io.stoa.catalog.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.stoa.catalog.Category;

/** The path of a shelf as somebody sends it, such as {@code Women's/Shirts}. */
record CategoryName(@JsonValue String path) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    CategoryName {
        path = Category.tidy(path);
    }
}
