package io.stoa.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a visitor wants to know about the stock of one article: delivery first, then stores, nearest first. */
public record StockReport(String sku, int available, StockLine delivery, List<StockLine> near, List<StockLine> far) {

    public StockReport {
        near = List.copyOf(near);
        far = List.copyOf(far);
    }

    public boolean soldOut() {
        return available <= 0;
    }

    /** What the page listens for, so that this part refreshes itself. */
    public String topics() {
        return "stock:" + sku;
    }
}
