package io.stoa.shop.showing;

import io.stoa.shop.Link;
import java.util.List;

/** A cart that is shown at a till, as its owner sees it. */
public record Shown(Step step, String code, String topic, String store, String until, List<Link> orders) {

    public Shown {
        orders = List.copyOf(orders);
    }

    /** A code to show, one that is too old, with the till, paid there, or one's own again. */
    public enum Step {
        CODE,
        OLD,
        TAKEN,
        SOLD,
        BACK
    }
}
