package io.stoa.returns.policy;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.database.editions.Editions;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.orders.views.OrderView;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The return policy of the house. What is saved holds in every process within a second. Thread-safe. */
@Component
public class ReturnPolicies {

    private static final String KEY = "return-policy";

    private final Editions<ReturnPolicy> editions;
    private final Catalog catalog;
    private final EventLog log;
    private final Clock clock;
    private final Remembered<Versioned<ReturnPolicy>> now;

    ReturnPolicies(JdbcClient database, Catalog catalog, EventLog log, Tail tail, Clock clock) {
        this.editions = new Editions<>(database, "returns.policy", "policy", ReturnPolicy.OWN, ReturnPolicy.class);
        this.catalog = catalog;
        this.log = log;
        this.clock = clock;
        this.now = new Remembered<>(editions::newest);
        var _ = tail.follow(this::changed);
    }

    /** The policy of now and its version; {@link ReturnPolicy#OWN} in version 0 before anybody made one. */
    public Versioned<ReturnPolicy> policy() {
        return now.get();
    }

    /** Holds for every return that is opened from now on. The same as before changes nothing. */
    @Transactional
    public Saved save(ReturnPolicy policy, Expected expected, Touchpoint touchpoint) {
        return editions.save(policy, expected, touchpoint.actor().toString(), clock.instant(), version -> {
            log.append(NewEvent.of(PolicyChanged.TYPE, KEY, version, touchpoint, new PolicyChanged(version)));
            AfterCommit.run(now::forget);
        });
    }

    /** Today as the policy counts days there. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Until when each line may come back, by its number; of lines of which nothing was handed over, nothing. */
    public Map<Integer, Deadline> deadlines(OrderView order, ZoneId zone) {
        var items = catalog.items(order.lines().stream().map(OrderView.Line::sku).toList());
        var deadlines = new TreeMap<Integer, Deadline>();
        for (var line : order.lines()) {
            if (line.fulfilled() > 0) {
                var shelves = Optional.ofNullable(items.get(line.sku())).map(SellableItem::shelves);
                deadlines.put(line.number(), deadline(got(order, line, zone), shelves.orElse(Set.of())));
            }
        }
        return deadlines;
    }

    private Deadline deadline(LocalDate got, Set<String> shelves) {
        var policy = policy().value();
        return new Deadline(last(got, policy.days(shelves)), last(got, policy.faultyDays()));
    }

    private static @Nullable LocalDate last(LocalDate got, int days) {
        return days == 0 ? null : got.plusDays(days);
    }

    /** The day on which the customer got the last of it; a parcel is given some days to arrive. */
    private LocalDate got(OrderView order, OrderView.Line line, ZoneId zone) {
        var left = Objects.requireNonNullElse(line.handedOverAt(), order.placedAt());
        int travels = order.sends(line) ? policy().value().travelDays() : 0;
        return LocalDate.ofInstant(left, zone).plusDays(travels);
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(PolicyChanged.TYPE))) {
            now.forget();
        }
    }
}
