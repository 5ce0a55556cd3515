package io.stoa.routing;

import io.stoa.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a demand is served from, with the reasons. */
public sealed interface Decision {

    Explanation explanation();

    /** These locations serve all of it. */
    record Routed(List<Part> parts, Explanation explanation) implements Decision {

        /** The same, telling which rule of the plan said so. */
        Routed by(Explanation.@Nullable Via via) {
            return new Routed(parts, explanation.by(via));
        }

        /** The same, with each part saying how it leaves. */
        public Routed leaving(Route.Leaving how) {
            var said = parts.stream().map(part -> new Part(part.location(), part.lines(), how)).toList();
            return new Routed(said, explanation);
        }
    }

    /** No set of locations has all of it; these lines fall short. */
    record Unroutable(List<Shortage> shortages, Explanation explanation) implements Decision {}

    /** Of this SKU so many are wanted and only so many can be had. */
    record Shortage(Sku sku, int wanted, int available) {}
}
