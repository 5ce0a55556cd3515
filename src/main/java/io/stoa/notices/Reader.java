package io.stoa.notices;

import io.stoa.mail.Block;
import io.stoa.mail.Letter;
import io.stoa.mail.Recipient;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import java.util.List;

/** Whom a letter about an order is for, and how it is said to them. */
record Reader(OrderView order, Recipient to, Texts texts) {

    String number() {
        return order.id().toString();
    }

    /** A letter with these words, its key made unique by what it is about. */
    Letter letter(String kind, Object what, String subject, String preview, List<Block> blocks) {
        return Letter.of(kind + ":" + what, kind, to, texts.language(), subject, preview, blocks)
                .about(order.customer(), order.id());
    }
}
