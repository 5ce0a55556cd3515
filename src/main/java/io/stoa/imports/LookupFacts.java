package io.stoa.imports;

import io.stoa.feeds.Values;
import java.util.List;

/** Rows that are only remembered for later files. */
final class LookupFacts implements Facts<String> {

    @Override
    public String read(Values values) {
        return values.text("key");
    }

    @Override
    public List<Refusal> write(List<String> keys) {
        return List.of();
    }
}
