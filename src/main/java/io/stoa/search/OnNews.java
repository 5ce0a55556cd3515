package io.stoa.search;

import io.stoa.catalog.ProductChanged;
import io.stoa.catalog.ProductId;
import io.stoa.events.Event;
import io.stoa.events.Listener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Goods are found as the catalogue has them, soon after it changed. */
@Component
class OnNews implements Listener {

    private static final Set<String> TYPES =
            Set.of(ProductChanged.PUBLISHED, ProductChanged.DRAFTED, ProductChanged.WITHDRAWN);

    private final Upkeep upkeep;

    OnNews(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "search-articles";
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public void on(List<Event> events) {
        var products = new LinkedHashSet<ProductId>();
        events.forEach(event -> products.add(event.read(ProductChanged.class).product()));
        upkeep.renew(products);
    }

    @Override
    public void reset() {
        upkeep.clear();
    }
}
