package io.stoa.catalog.web;

import io.stoa.catalog.Category;
import java.util.Map;

/** What a shelf is called, by language; without any it is called as in its path. */
record CategoryNames(Map<String, String> names) {

    CategoryNames {
        names = Category.tidy(names);
    }
}
