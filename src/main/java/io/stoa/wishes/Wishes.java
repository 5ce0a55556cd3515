package io.stoa.wishes;

import io.stoa.shared.Sku;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of wishes, newest first, at most {@value #WISHES_MAX} each. Thread-safe. */
@Component
public class Wishes {

    public static final int WISHES_MAX = 200;

    /** A browser that was not seen for so long does not come back. */
    private static final Duration GUESTS_KEPT = Duration.ofDays(180);

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final WishTable table;
    private final Clock clock;

    Wishes(WishTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public List<Sku> of(Wisher wisher) {
        return table.of(wisher, WISHES_MAX);
    }

    /** Wishing for the same again changes nothing. */
    @Transactional
    public void add(Wisher wisher, Sku sku) {
        table.add(wisher, sku, WISHES_MAX);
    }

    public void remove(Wisher wisher, Sku sku) {
        table.remove(wisher, sku);
    }

    /** At sign-in: what the guest wished for is the customer's from now on, and nobody else's. Again changes nothing. */
    @Transactional
    public void join(Wisher.Guest guest, Wisher.Customer customer) {
        table.move(guest, customer, WISHES_MAX);
    }

    /** Nothing a guest wished for is kept for ever. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetGuests() {
        int ignored = table.forgetGuests(clock.instant().minus(GUESTS_KEPT), FORGOTTEN_AT_ONCE);
    }
}
