package io.stoa.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the shop shows around its content: the departments, how many pieces lie in the cart, and the store or
 * place that the visitor chose, if any.
 */
public record Visit(
        List<Link> departments, int pieces, @Nullable String place) {

    public Visit {
        departments = List.copyOf(departments);
    }
}
