package io.stoa;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database that takes its time over new orders of a kind: from here on none is written until {@link #finish}, so that whoever
 * placed it has given up by then and the order is there all the same.
 */
public final class SlowWrites implements AutoCloseable {

    private final JdbcClient database;
    private final int before;

    private SlowWrites(JdbcClient database) {
        this.database = database;
        this.before = orders();
    }

    /** Writing waits half a minute at most. The kind is that of {@code Delivery}. */
    public static SlowWrites begin(JdbcClient database, String kind) {
        var slow = new SlowWrites(database);
        slow.run("CREATE TABLE public.slow_writes (over boolean NOT NULL)");
        slow.run("""
                CREATE FUNCTION public.write_slowly() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  FOR i IN 1..600 LOOP
                    EXIT WHEN EXISTS (SELECT FROM public.slow_writes);
                    PERFORM pg_sleep(0.05);
                  END LOOP;
                  RETURN NULL;
                END $$
                """);
        slow.run("CREATE TRIGGER slowly AFTER INSERT ON orders.orders FOR EACH ROW WHEN (NEW.delivery = '" + kind
                + "') EXECUTE FUNCTION public.write_slowly()");
        return slow;
    }

    /** Lets the write go on and waits until so many more orders are there than at the beginning. */
    public void finish(int written) {
        run("INSERT INTO public.slow_writes VALUES (true)");
        Awaitility.await().until(() -> orders() == before + written);
    }

    /** How many orders came since the beginning. */
    public int written() {
        return orders() - before;
    }

    @Override
    public void close() {
        run("INSERT INTO public.slow_writes VALUES (true)");
        run("DROP TRIGGER slowly ON orders.orders");
        run("DROP FUNCTION public.write_slowly()");
        run("DROP TABLE public.slow_writes");
    }

    private int orders() {
        return database.sql("SELECT count(*) FROM orders.orders").query(Integer.class).single();
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
