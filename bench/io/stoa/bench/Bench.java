package io.stoa.bench;

import io.stoa.shared.Command;
import java.util.List;

/** {@code ./stoa bench NAME}: measures on this machine, on a database of its own that is thrown away afterwards. */
public final class Bench implements Command {

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        var options = BenchOptions.read(arguments);
        return switch (options.name()) {
            case "orders" -> OrdersBench.run(options);
            case "availability" -> AvailabilityBench.run(options);
            case "routing" -> RoutingBench.run(options);
            case "promotions" -> PromotionsBench.run(options);
            case "search" -> SearchBench.run(options);
            case "propagation" -> PropagationBench.run(options);
            case "growth" -> GrowthBench.run(options);
            case "lists" -> ListsBench.run(options);
            case "pages" -> PagesBench.run(options);
            case "start" -> StartBench.run(options);
            case "crash" -> CrashBench.run(options);
            default -> throw new Misuse("There is no bench " + options.name() + ".\n\n" + BenchOptions.USAGE);
        };
    }
}
