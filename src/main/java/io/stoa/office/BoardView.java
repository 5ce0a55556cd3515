package io.stoa.office;

import io.stoa.inventory.LocationTotal;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.Spark;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.replay.Replay;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the board together from what {@link Pulse}, {@link Shelves} and the replay know. */
@Component
class BoardView {

    private static final List<Channel> DOORS = List.of(Channel.WEB, Channel.APP, Channel.TILL, Channel.PHONE);
    private static final Duration FAST = Duration.ofMillis(250);
    private static final double FEW = 0.25;
    private static final double SOME = 0.6;

    private final Pulse pulse;
    private final Shelves shelves;
    private final Locations locations;
    private final Wording wording;
    private final ObjectProvider<Replay> replay;

    BoardView(Pulse pulse, Shelves shelves, Locations locations, Wording wording, ObjectProvider<Replay> replay) {
        this.pulse = pulse;
        this.shelves = shelves;
        this.locations = locations;
        this.wording = wording;
        this.replay = replay;
    }

    Board of(PageFrame frame) {
        var texts = frame.texts();
        var doors = doors(texts);
        var places = places(texts);
        var speed = pulse.propagation();
        var checked = shelves.checked();
        var running = replay.getIfAvailable();
        return new Board(
                clock(pulse.since(), frame),
                doors.stream().mapToLong(Board.Door::total).sum(),
                doors.stream().mapToLong(Board.Door::lastMinute).sum(),
                doors,
                map(places, texts),
                places,
                pulse.told().stream().map(event -> wording.sentence(event, texts)).toList(),
                millis(speed.p50(), texts),
                millis(speed.p99(), texts),
                speed.measured(),
                speed.p99().compareTo(FAST) < 0,
                new Board.Check(
                        checked.result().compared(),
                        checked.result().differences().size(),
                        clock(checked.at(), frame)),
                running == null ? null : running.standing());
    }

    private List<Board.Door> doors(Texts texts) {
        var counted = pulse.orders().stream().collect(Collectors.toMap(Pulse.Orders::door, Function.identity()));
        var none = Collections.nCopies(Pulse.BUCKETS, 0L);
        return Stream.concat(DOORS.stream(), counted.keySet().stream().filter(door -> !DOORS.contains(door)))
                .map(door -> counted.getOrDefault(door, new Pulse.Orders(door, 0, 0, none)))
                .map(orders -> new Board.Door(
                        orders.door().name(),
                        Wording.door(orders.door(), texts),
                        orders.total(),
                        orders.lastMinute(),
                        new Spark(orders.buckets())))
                .toList();
    }

    private List<Board.Place> places(Texts texts) {
        return shelves.totals().stream()
                .map(total -> place(total, shelves, wording))
                .sorted(Comparator.comparing(Board.Place::name, Collator.getInstance(texts.locale())))
                .toList();
    }

    static Board.Place place(LocationTotal total, Shelves shelves, Wording wording) {
        double fill = shelves.fill(total);
        return new Board.Place(
                total.location().value(),
                wording.place(total.location()),
                total.available(),
                fill,
                total.emptyRows(),
                total.rows(),
                fill < FEW ? "stop" : fill < SOME ? "wait" : "good");
    }

    private MapOfPlaces map(List<Board.Place> places, Texts texts) {
        Map<LocationId, Location> known = locations.byId();
        long most = Math.max(1, places.stream().mapToLong(Board.Place::available).max().orElse(1));
        return MapOfPlaces.of(places.stream()
                .flatMap(place -> Stream.ofNullable(known.get(new LocationId(place.id())))
                        .flatMap(location -> Stream.ofNullable(location.coordinates()))
                        .map(at -> new MapOfPlaces.Place(
                                place.name(),
                                about(place, texts),
                                "/office/stock?location=" + place.id(),
                                at,
                                place.fill() == 0 ? 0 : Math.min(1, place.available() / place.fill() / most),
                                place.fill(),
                                place.tone())))
                .toList());
    }

    private static String about(Board.Place place, Texts texts) {
        return texts.get("office.board.place", place.name(), place.available(), place.sold(), place.rows());
    }

    private static String millis(Duration time, Texts texts) {
        var format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(time.compareTo(Duration.ofMillis(10)) < 0 ? 1 : 0);
        return format.format(time.toNanos() / 1e6) + "\u00a0ms";
    }

    private static String clock(Instant moment, PageFrame frame) {
        return frame.texts().second(moment, frame.zone(ZoneId.systemDefault()));
    }
}
