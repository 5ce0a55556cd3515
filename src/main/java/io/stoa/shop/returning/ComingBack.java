package io.stoa.shop.returning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back of an order or is going to; {@code start} leads to where more can be announced, while there is more. */
public record ComingBack(@Nullable String start, List<One> returns) {

    public ComingBack {
        returns = List.copyOf(returns);
    }

    /** One return: its number, how it stands, what belongs to it; {@code withdraw} takes it back while nothing has come. */
    public record One(String number, String tone, String state, List<String> pieces, @Nullable String withdraw) {
        public One {
            pieces = List.copyOf(pieces);
        }
    }

    public boolean waits() {
        return returns.stream().anyMatch(one -> one.withdraw() != null);
    }

    public boolean isEmpty() {
        return start == null && returns.isEmpty();
    }
}
