package io.stoa.locations;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The places of the house. Reading costs no query: all locations are kept in memory, and renewed as soon as the log tells
 * of a change here or in another process. Inside a transaction that saves one, readers still see what was committed before.
 */
@Component
public class Locations {

    private static final int AREA = 3;

    private final LocationTable table;
    private final EventLog log;
    private final Remembered<Map<LocationId, Location>> known;

    Locations(LocationTable table, EventLog log, Tail tail) {
        this.table = table;
        this.log = log;
        this.known = new Remembered<>(table::all);
        var _ = tail.follow(this::changed);
    }

    /** Adds or replaces it. Saving what is there already changes nothing and leaves no event. */
    @Transactional
    public void save(Location location, Touchpoint touchpoint) {
        table.save(location).ifPresent(version -> {
            var payload = new LocationChanged(location.id(), location.kind(), location.open());
            log.append(NewEvent.of(LocationChanged.TYPE, "location:" + location.id(), version, touchpoint, payload));
            AfterCommit.run(known::forget);
        });
    }

    /** The same, if what is there is what was expected. */
    @Transactional
    public Saved save(Location location, Expected expected, Touchpoint touchpoint) {
        var there = table.lock(location.id());
        if (!expected.holds(there.orElse(null))) {
            return new Saved.Stale();
        }
        save(location, touchpoint);
        long now = table.lock(location.id()).orElseThrow();
        if (there.isEmpty() && now > 1) {
            // Somebody added it since: what this one overwrote must come back.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Saved.Stale();
        }
        return new Saved.Done(now, there.isEmpty());
    }

    /** As it is committed now, with its version. One query. */
    public Optional<Versioned<Location>> current(LocationId id) {
        return table.find(id);
    }

    public Optional<Location> find(LocationId id) {
        return Optional.ofNullable(byId().get(id));
    }

    /** Every location, by id; those that are not open too. */
    public List<Location> all() {
        return List.copyOf(byId().values());
    }

    public Map<LocationId, Location> byId() {
        return known.get();
    }

    /** Up to {@code limit} locations that the filter lets through and that have coordinates, nearest first. */
    public List<Nearby> nearest(Coordinates from, int limit, Predicate<Location> filter) {
        return byId().values().stream()
                .filter(filter)
                .flatMap(location -> distance(location, from))
                .sorted(Comparator.comparingDouble(Nearby::kilometres))
                .limit(limit)
                .toList();
    }

    /** Where a postcode lies, if {@link #learnPostcodes} was told; a letter's case and blanks do not matter. */
    public Optional<Coordinates> geocode(String countryCode, String postcode) {
        return table.postcode(countryCode, postcode);
    }

    /** Where a postcode lies; else, where its area does, if it was learnt by the first {@value #AREA} characters of its postcodes. */
    public Optional<Coordinates> around(String countryCode, String postcode) {
        var plain = postcode.replaceAll("\\s", "");
        return geocode(countryCode, plain)
                .or(() -> plain.length() <= AREA ? Optional.empty() : geocode(countryCode, plain.substring(0, AREA)));
    }

    /** Remembers where the postcodes of a country lie, replacing what was known of them. */
    @Transactional
    public void learnPostcodes(String countryCode, Map<String, Coordinates> postcodes) {
        table.savePostcodes(countryCode, postcodes);
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(LocationChanged.TYPE))) {
            known.forget();
        }
    }

    private static Stream<Nearby> distance(Location location, Coordinates from) {
        return Stream.ofNullable(location.coordinates()).map(to -> new Nearby(location, from.kilometresTo(to)));
    }
}
