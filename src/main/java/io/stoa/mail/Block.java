package io.stoa.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a letter, in plain words; what it looks like is the mail's affair. */
public sealed interface Block {

    record Words(String text) implements Block {}

    /** The one thing to do. The address is one of our own. */
    record Button(String label, String address) implements Block {}

    /** Something to read out or to type, with what it is for. */
    record Code(String label, String code) implements Block {}

    /** A few lines that belong together, such as an address. */
    record Facts(String title, List<String> lines) implements Block {
        public Facts {
            lines = List.copyOf(lines);
        }
    }

    /** Goods with their prices, and what they come to; the last sum is the one that counts. */
    record Goods(List<Good> goods, List<Sum> sums) implements Block {
        public Goods {
            goods = List.copyOf(goods);
            sums = List.copyOf(sums);
        }
    }

    record Good(String title, @Nullable String detail, String amount) {}

    record Sum(String label, String amount) {}
}
