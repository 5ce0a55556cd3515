package io.stoa.edits;

import io.stoa.catalog.ProductId;
import io.stoa.search.ArticleQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles to change: these, or all that the query finds on all its pages. */
public record Selection(@Nullable List<ProductId> products, @Nullable ArticleQuery query) {

    /** A file names its articles itself. */
    static final Selection NONE = new Selection(List.of(), null);

    public Selection {
        if ((products == null) == (query == null)) {
            throw new IllegalArgumentException("Either some articles or all that are found");
        }
    }
}
