package io.stoa.office;

import io.stoa.page.Texts;
import io.stoa.routing.Explanation;
import io.stoa.routing.Ground;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Words a routing decision in the reader's language. Decisions of earlier versions were stored in words and keep them. */
@Component
public class GroundWords {

    private final Wording wording;

    GroundWords(Wording wording) {
        this.wording = wording;
    }

    /** What the decision came to, in a sentence. */
    public String verdict(Explanation explanation, Texts texts) {
        var verdict = explanation.verdict();
        if (verdict == null) {
            return explanation.summary() == null ? "" : explanation.summary();
        }
        var chosen = explanation.considered().stream()
                .filter(Explanation.Considered::chosen)
                .map(place -> wording.place(place.location()))
                .collect(Collectors.joining(", "));
        return texts.get("office.routing." + verdict, chosen) + (explanation.via() == null ? "" : " " + via(explanation.via(), texts));
    }

    /** Which rule of the plan said so, and which had nothing to say. */
    private static String via(Explanation.Via via, Texts texts) {
        if (via.rule() == null) {
            return texts.get("routing.via.any", via.routing());
        }
        var said = texts.get("routing.via.rule", via.routing(), via.rule());
        return via.before().isEmpty() ? said : said + " " + texts.get("routing.via.before", String.join("”, “", via.before()));
    }

    List<OrderDetail.Stop> stops(Explanation explanation, Texts texts) {
        var chosen = explanation.considered().stream()
                .filter(Explanation.Considered::chosen)
                .map(Explanation.Considered::location)
                .findFirst();
        return explanation.considered().stream()
                .map(place -> new OrderDetail.Stop(
                        wording.place(place.location()),
                        place.chosen(),
                        place.ground() == null
                                ? String.valueOf(place.reason())
                                : sentence(place.ground(), chosen.map(wording::place).orElse(""), texts)))
                .toList();
    }

    private static String sentence(Ground ground, String chosen, Texts texts) {
        return switch (ground) {
            case Ground.Serves(int pieces, int wanted, var kilometres) ->
                pieces(pieces, wanted, texts)
                        + (kilometres == null ? "" : texts.get("office.routing.away", texts.distance(kilometres)));
            case Ground.TooFew(int pieces, int wanted) -> texts.get("office.routing.too-few", texts.number(pieces), texts.number(wanted));
            case Ground.Farther(int kilometres) -> texts.get("office.routing.farther", texts.distance(kilometres), chosen);
            case Ground.DistanceUnknown unknown -> texts.get("office.routing.distance-unknown");
            case Ground.FewerLeft(long left, long leftAtChosen) ->
                texts.get("office.routing.fewer-left", texts.number(left), chosen, texts.number(leftAtChosen));
            case Ground.LaterByKind(var kind) -> texts.get("routing.why.kind." + kind);
            case Ground.KeptBack(int pieces, int wanted, int kept) ->
                texts.get("routing.why.kept", texts.number(pieces), texts.number(wanted), texts.number(kept));
            case Ground.TooFar(var kilometres, int atMost) ->
                kilometres == null
                        ? texts.get("routing.why.far.unknown")
                        : texts.get("routing.why.far", texts.distance(kilometres), texts.distance(atMost));
            case Ground.OtherKind(var wanted) -> texts.get("routing.why.only." + wanted);
            case Ground.OtherGroup(var group) -> texts.get("routing.why.group", group);
            case Ground.ShutUntil(var opens, var zone) ->
                opens == null ? texts.get("routing.why.shut.unknown") : texts.get("routing.why.shut", texts.momentNamed(opens, zone));
            case Ground.LeftOut left -> texts.get("routing.why.left-out");
            case Ground.LaterByName equal -> texts.get("office.routing.later-by-name", chosen);
            case Ground.KeepsNoStock none -> texts.get("office.routing.no-stock");
            case Ground.NotChosen other -> texts.get("office.routing.not-chosen");
            case Ground.Rejected rejected -> texts.get("office.routing.rejected");
            case Ground.Shut shut -> texts.get("office.routing.shut");
            case Ground.DoesNotOffer(var capability) -> texts.get("office.routing.lacks." + capability);
        };
    }

    private static String pieces(int pieces, int wanted, Texts texts) {
        return pieces < wanted
                ? texts.get("office.routing.some", texts.number(pieces), texts.number(wanted))
                : texts.count("office.routing.all", wanted);
    }
}
