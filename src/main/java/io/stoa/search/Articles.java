package io.stoa.search;

import io.stoa.shared.Page;
import org.springframework.stereotype.Component;

/** All published articles as a list to work with: filtered, sorted, and paged by key, so that the last page costs what the first does. */
@Component
public class Articles {

    private final ArticleListTable table;

    Articles(ArticleListTable table) {
        this.table = table;
    }

    public Page<ListedArticle> list(ArticleQuery query) {
        return table.list(query);
    }

    /** How many there are on all pages. */
    public int count(ArticleQuery query) {
        return table.count(query);
    }

    /** Whether a page can begin there. */
    public static boolean isPlace(String after) {
        return after.matches("-?\\d{1,18}:\\d{1,18}");
    }
}
