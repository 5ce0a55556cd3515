package io.stoa.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a crash of processes cannot show, because the system keeps what they wrote: whether commits really reach the disk.
 * The settings as the server shows them, and how often it synced its log while orders were placed one after another.
 */
public record DurableCommits(Map<String, String> settings, int orders, long syncs) {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Places so many orders, each after the last; sessions report their syncs late, so it waits for the numbers. */
    public static DurableCommits observe(ShopProcess shop, Receipts receipts, int orders)
            throws IOException, SQLException, InterruptedException {
        try (var meter = new Meter(shop.pid(), shop.address());
                var wire = new Wire(shop.port(), shop.token())) {
            var settings = new TreeMap<String, String>();
            for (var name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                settings.put(name, meter.show(name));
            }
            long before = meter.syncs();
            for (int order = 0; order < orders; order++) {
                place(wire, receipts, order);
            }
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (meter.syncs() - before < orders && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return new DurableCommits(settings, orders, meter.syncs() - before);
        }
    }

    private static void place(Wire wire, Receipts receipts, int number) throws IOException {
        var asked = new Receipts.Asked("sync-" + number, new Pair(0, 1), "later");
        var answer = wire.order(asked.key(), asked.body());
        if (answer.status() != 201 || !receipts.note(asked, answer)) {
            throw new IOException("Not placed: " + answer);
        }
    }
}
