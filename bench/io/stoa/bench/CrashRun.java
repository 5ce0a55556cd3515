package io.stoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Buyers on a real shop with a real database while one of them, or both, are killed as {@code kill -9} does; afterwards what
 * the buyers were told is held against the books. The seed decides what is killed and when, the machine the rest.
 */
public final class CrashRun implements AutoCloseable {

    private static final Assortment ASSORTMENT = new Assortment(40, 1_000_000, 300);
    private static final int SHOPPERS = 16;
    private static final int SIGN_OF_LIFE = 10;
    private static final long RECOVERY_NANOS = TimeUnit.SECONDS.toNanos(120);

    /** What is killed. */
    public enum Victim {
        SHOP,
        DATABASE,
        BOTH
    }

    private final Path home;
    private final Random random;
    private final HashMap<String, String> settings = new HashMap<>(ASSORTMENT.settings());
    private final Receipts receipts = new Receipts();
    private final List<Shopper> shoppers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable ShopProcess shop;

    private CrashRun(Path home, long seed, boolean durable) {
        this.home = home;
        this.random = new Random(seed);
        settings.put("stoa.database.durable", Boolean.toString(durable));
        settings.put("stoa.orders.hold-for", "PT12H");
        settings.put("bench.effects", "true");
        settings.put("springdoc.api-docs.enabled", "false");
    }

    /** Opens a shop in an empty home; one that is not durable commits without waiting for the disk, as a control. */
    public static CrashRun open(Path home, long seed, boolean durable) throws IOException {
        var run = new CrashRun(home, seed, durable);
        run.start();
        return run;
    }

    private void start() throws IOException {
        shop = ShopProcess.start(home, ShopProcess.QUICK_TO_START, settings);
    }

    public ShopProcess shop() {
        var open = shop;
        if (open == null) {
            throw new IllegalStateException("The shop is closed");
        }
        return open;
    }

    public Receipts receipts() {
        return receipts;
    }

    /** Lets the buyers in; answers when they have got their first orders. */
    public void letIn() throws InterruptedException {
        for (int number = 0; number < SHOPPERS; number++) {
            var shopper = new Shopper("s" + number, random.nextLong(), ASSORTMENT, receipts, () -> shop);
            shoppers.add(shopper);
            threads.add(Thread.ofVirtual().name("shopper-" + number).start(shopper));
        }
        awaitOrders();
    }

    /** Kills so many times, every kind in turn, and waits for new orders after each. Answers how long each recovery took. */
    public List<String> kill(int kills) throws IOException, InterruptedException {
        var log = new ArrayList<String>();
        for (var victim : victims(kills)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 1500));
            long begin = System.nanoTime();
            int before = receipts.count();
            kill(victim);
            awaitOrders();
            log.add("%s killed after %,d orders, selling again after %.1f s"
                    .formatted(victim, before, (System.nanoTime() - begin) / 1e9));
        }
        return log;
    }

    private List<Victim> victims(int kills) {
        int first = random.nextInt(Victim.values().length);
        return IntStream.range(first, first + kills)
                .mapToObj(i -> Victim.values()[i % Victim.values().length])
                .toList();
    }

    private void kill(Victim victim) throws IOException, InterruptedException {
        boolean databaseFirst = random.nextBoolean();
        if (victim == Victim.DATABASE || (victim == Victim.BOTH && databaseFirst)) {
            killDatabase(home);
        }
        if (victim != Victim.DATABASE) {
            killShop();
        }
        if (victim == Victim.BOTH && !databaseFirst) {
            killDatabase(home);
        }
        if (victim != Victim.DATABASE) {
            start();
        }
    }

    private void killShop() throws InterruptedException {
        var open = shop();
        shop = null;
        open.kill();
    }

    /** The server first, so that it cannot tell its sessions to end in good order, then these. */
    public static void killDatabase(Path home) throws IOException {
        var file = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var sessions = Processes.children(server);
        Processes.kill(server);
        sessions.forEach(Processes::kill);
    }

    private void awaitOrders() throws InterruptedException {
        int wanted = receipts.count() + SIGN_OF_LIFE;
        long end = System.nanoTime() + RECOVERY_NANOS;
        while (receipts.count() < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Nothing was sold for two minutes, see " + home.resolve("logs") + "; " + receipts.surprises());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Sends the buyers home, lets the shop settle what is open, and holds the receipts against all books. */
    public Verdict verdict() throws IOException, InterruptedException, SQLException {
        shoppers.forEach(Shopper::goHome);
        for (var thread : threads) {
            thread.join();
        }
        return Verdict.of(receipts, ASSORTMENT, shop());
    }

    @Override
    public void close() throws IOException {
        shoppers.forEach(Shopper::goHome);
        threads.forEach(Thread::interrupt);
        var open = shop;
        if (open != null) {
            open.close();
        }
    }
}
