package io.stoa.office.routing;

import io.stoa.office.GroundWords;
import io.stoa.office.Wording;
import io.stoa.office.routing.PlanShown.Changed;
import io.stoa.office.routing.PlanShown.Compared;
import io.stoa.office.routing.PlanShown.Figure;
import io.stoa.page.Texts;
import io.stoa.routing.Decision;
import io.stoa.routing.Part;
import io.stoa.routing.Trial;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Words what two plans make of the same orders. */
@Component
class Comparison {

    private static final int PLACES_SHOWN = 10;
    private static final int ORDERS_SHOWN = 20;
    private static final double HUNDRED = 100;

    private final GroundWords grounds;
    private final Wording wording;

    /** What a parcel costs, and each hundred kilometres of its way. */
    record Costs(Money parcel, Money hundred) {
        Money of(Trial trial) {
            long way = Math.round(hundred.minor() * trial.kilometres() / HUNDRED);
            return parcel.times(trial.sum()).plus(new Money(way, parcel.currency()));
        }
    }

    Comparison(GroundWords grounds, Wording wording) {
        this.grounds = grounds;
        this.wording = wording;
    }

    Compared of(Rehearsal.Outcome outcome, Costs costs, Texts texts) {
        var changed = IntStream.range(0, outcome.orders().size())
                .filter(i -> !places(outcome.now().decisions().get(i)).equals(places(outcome.then().decisions().get(i))))
                .boxed()
                .toList();
        if (outcome.orders().isEmpty()) {
            return new Compared(texts.count("routing.tried", 0), List.of(), List.of(), List.of(), null);
        }
        int more = changed.size() - ORDERS_SHOWN;
        return new Compared(
                texts.count("routing.tried", outcome.orders().size()),
                figures(outcome, changed.size(), costs, texts),
                byPlace(outcome, texts),
                changed.stream().limit(ORDERS_SHOWN).map(i -> changed(outcome, i, texts)).toList(),
                more > 0 ? texts.count("routing.changed.more", more) : null);
    }

    private List<Figure> figures(Rehearsal.Outcome outcome, int changed, Costs costs, Texts texts) {
        var now = outcome.now();
        var then = outcome.then();
        var figures = new ArrayList<Figure>();
        figures.add(count("routing.figure.one", now.ordersFrom(1), then.ordersFrom(1), 1, texts));
        figures.add(count("routing.figure.several", several(now), several(then), -1, texts));
        figures.add(count("routing.figure.parcels", now.sum(), then.sum(), -1, texts));
        figures.add(count("routing.figure.nowhere", now.ordersFrom(0), then.ordersFrom(0), -1, texts));
        figures.add(count("routing.figure.waiting", now.waiting(), then.waiting(), -1, texts));
        figures.add(way(now, then, texts));
        var spent = costs.of(now);
        var spend = costs.of(then);
        int dearer = spend.compareTo(spent);
        figures.add(new Figure(
                texts.get("routing.figure.cost"),
                texts.money(spent),
                texts.money(spend),
                signed(dearer, texts.money(dearer > 0 ? spend.minus(spent) : spent.minus(spend))),
                tone(-dearer)));
        figures.add(new Figure(texts.get("routing.figure.changed"), "", texts.number(changed), "", ""));
        return figures;
    }

    private static Figure way(Trial now, Trial then, Texts texts) {
        double before = mean(now);
        double after = mean(then);
        boolean known = now.measured() > 0 && then.measured() > 0;
        return new Figure(
                texts.get("routing.figure.way"),
                now.measured() > 0 ? texts.distance(before) : "–",
                then.measured() > 0 ? texts.distance(after) : "–",
                known ? signed(Double.compare(after, before), texts.distance(Math.abs(after - before))) : "",
                tone(Double.compare(before, after)));
    }

    private static int several(Trial trial) {
        return trial.decisions().size() - trial.ordersFrom(0) - trial.ordersFrom(1);
    }

    private static double mean(Trial trial) {
        return trial.measured() == 0 ? 0 : trial.kilometres() / trial.measured();
    }

    /** {@code wanted} is 1 where more is better, -1 where less is. */
    private static Figure count(String key, int now, int then, int wanted, Texts texts) {
        int change = Integer.compare(then, now);
        return new Figure(
                texts.get(key),
                texts.number(now),
                texts.number(then),
                signed(change, texts.number(Math.abs(then - now))),
                tone(change * wanted));
    }

    private static String signed(int direction, String much) {
        return direction == 0 ? "" : (direction > 0 ? "+" : "−") + much;
    }

    private static String tone(int good) {
        return good > 0 ? "good" : good < 0 ? "stop" : "";
    }

    /** Where most changes, and then where most is done. */
    private List<Figure> byPlace(Rehearsal.Outcome outcome, Texts texts) {
        var all = new TreeSet<LocationId>(outcome.now().parcels().keySet());
        all.addAll(outcome.then().parcels().keySet());
        return all.stream()
                .sorted(Comparator.<LocationId>comparingInt(place -> -Math.abs(parcels(outcome.then(), place) - parcels(outcome.now(), place)))
                        .thenComparingInt(place -> -parcels(outcome.then(), place)))
                .limit(PLACES_SHOWN)
                .map(place -> {
                    int now = parcels(outcome.now(), place);
                    int then = parcels(outcome.then(), place);
                    return new Figure(
                            wording.place(place),
                            texts.number(now),
                            texts.number(then),
                            signed(Integer.compare(then, now), texts.number(Math.abs(then - now))),
                            "");
                })
                .toList();
    }

    private static int parcels(Trial trial, LocationId place) {
        return trial.parcels().getOrDefault(place, 0);
    }

    private Changed changed(Rehearsal.Outcome outcome, int i, Texts texts) {
        var order = outcome.orders().get(i).id();
        var then = outcome.then().decisions().get(i);
        return new Changed(
                order.toString(),
                "/office/orders/" + order,
                names(outcome.now().decisions().get(i), texts),
                names(then, texts),
                grounds.verdict(then.explanation(), texts));
    }

    private String names(Decision decision, Texts texts) {
        var places = places(decision);
        return places.isEmpty()
                ? texts.get("routing.nowhere")
                : places.stream().map(wording::place).collect(Collectors.joining(", "));
    }

    private static List<LocationId> places(Decision decision) {
        return Trial.parts(decision).stream().map(Part::location).sorted().toList();
    }
}
