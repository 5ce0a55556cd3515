package io.stoa.bench;

import io.stoa.database.DatabaseServer;
import io.stoa.inventory.Inventory;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Readers inside the application, who ask {@link Inventory} where an article is. */
final class Reading {

    private static final int BATCH = 500;

    private Reading() {}

    static Sku sku(int places) {
        return new Sku("AT-" + places);
    }

    /** {@code read PLACES READERS WARM-UP SECONDS}: an article that lies at so many places; put there at first. */
    static Result run(ApplicationContext context, String[] words) throws Exception {
        int places = Integer.parseInt(words[1]);
        var inventory = context.getBean(Inventory.class);
        var sku = sku(places);
        if (inventory.availability(List.of(sku)).isEmpty()) {
            spread(inventory, sku, places);
        }
        var address = context.getBean(DatabaseServer.class).address();
        try (var meter = new Meter(ProcessHandle.current().pid(), address)) {
            return Load.run(
                    Integer.parseInt(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]),
                    meter,
                    number -> () -> read(inventory, sku, places));
        }
    }

    private static Load.Answer read(Inventory inventory, Sku sku, int places) {
        var rows = inventory.availability(List.of(sku)).getOrDefault(sku, List.of());
        if (rows.size() != places) {
            throw new IllegalStateException(rows.size() + " of " + places + " places answered");
        }
        return Load.Answer.PLACED;
    }

    private static void spread(Inventory inventory, Sku sku, int places) {
        var receipts = IntStream.range(0, places)
                .mapToObj(number -> Assortment.receipt(sku, new LocationId("place-" + number), 10))
                .toList();
        for (int from = 0; from < receipts.size(); from += BATCH) {
            var batch = receipts.subList(from, Math.min(receipts.size(), from + BATCH));
            if (inventory.move(batch, Touchpoint.SYSTEM) != batch.size()) {
                throw new IllegalStateException("The article was not put everywhere");
            }
        }
    }
}
