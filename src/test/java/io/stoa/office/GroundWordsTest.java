package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.page.Texts;
import io.stoa.routing.Explanation;
import io.stoa.routing.Explanation.Considered;
import io.stoa.routing.Explanation.Verdict;
import io.stoa.routing.Explanation.Via;
import io.stoa.routing.Ground;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why an order comes from where it comes, in words of the reader. */
@StoaTest
class GroundWordsTest {

    private static final Considered CHOSEN =
            new Considered(new LocationId("far-off"), true, new Ground.Serves(7, 7, 12), null);

    private static final Instant NINE = Instant.parse("2026-03-04T09:00:00Z");

    private static final List<Ground> GROUNDS = List.of(
            new Ground.Serves(3, 7, null),
            new Ground.TooFew(3, 7),
            new Ground.Farther(120),
            new Ground.DistanceUnknown(),
            new Ground.FewerLeft(3, 6),
            new Ground.LaterByName(),
            new Ground.LaterByKind(Location.Kind.WAREHOUSE),
            new Ground.KeptBack(1, 7, 2),
            new Ground.TooFar(300, 50),
            new Ground.OtherKind(Location.Kind.STORE),
            new Ground.OtherGroup("us"),
            new Ground.ShutUntil(null, ZoneOffset.UTC),
            new Ground.ShutUntil(NINE, ZoneOffset.UTC),
            new Ground.LeftOut(),
            new Ground.KeepsNoStock(),
            new Ground.NotChosen(),
            new Ground.Rejected(),
            new Ground.Shut(),
            new Ground.DoesNotOffer(Capability.SHIP));

    @Autowired
    private GroundWords grounds;

    @Test
    void aPlaceThatWasPassedOverIsToldInPlainSentences() {
        assertThat(told(new Ground.FewerLeft(3, 6), Locale.UK))
                .isEqualTo("could do it too, but fewer would stay on its shelf: 3, against 6 in far-off");
        assertThat(told(new Ground.FewerLeft(3, 6), Locale.GERMANY))
                .isEqualTo("könnte auch, hätte danach aber weniger im Regal: 3, in far-off bleiben 6");
        assertThat(told(new Ground.Farther(120), Locale.GERMANY))
                .isEqualTo("könnte auch, liegt aber 120\u00a0km weiter vom Kunden weg");
        assertThat(told(new Ground.ShutUntil(NINE, ZoneId.of("Asia/Tokyo")), Locale.GERMANY))
                .as("by the clock of the place")
                .isEqualTo("geschlossen bis 04.03.2026, 18:00\u00a0JST, und so lange wartet die Regel nicht");
        assertThat(told(new Ground.TooFew(3, 7), Locale.UK)).isEqualTo("has only 3 of the 7 pieces");
    }

    @Test
    void everyGroundAndEveryVerdictHasWordsInBothLanguages() {
        assertThat(GROUNDS).extracting(Object::getClass).hasSameElementsAs(List.of(Ground.class.getPermittedSubclasses()));
        for (var language : List.of(Locale.UK, Locale.GERMANY)) {
            GROUNDS.forEach(ground -> assertThat(told(ground, language)).doesNotContain("office.").doesNotContain("{"));
            for (var verdict : Verdict.values()) {
                var explanation = new Explanation(verdict, List.of(CHOSEN), null, null);
                assertThat(grounds.verdict(explanation, Texts.in(language))).doesNotContain("office.").endsWith(".");
            }
        }
    }

    @Test
    void theRuleThatWasFollowedIsNamedWithThoseThatFoundNothing() {
        var by = new Explanation(Verdict.ONE_PLACE, List.of(CHOSEN), null, new Via("All orders", "Warehouses", List.of("Near", "Far")));
        assertThat(grounds.verdict(by, Texts.in(Locale.UK)))
                .endsWith("has everything. “All orders”, rule “Warehouses”. No place by “Near”, “Far”.");
        var any = new Explanation(Verdict.ONE_PLACE, List.of(CHOSEN), null, new Via("All orders", null, List.of("Near")));
        assertThat(grounds.verdict(any, Texts.in(Locale.UK))).endsWith("none of its rules fits, so any place would do.");
    }

    @Test
    void whatIsStoredIsFactsAndNoSentences() {
        var considered = new ArrayList<>(List.of(CHOSEN));
        GROUNDS.forEach(ground -> considered.add(new Considered(new LocationId("mumbai"), false, ground, null)));
        var explanation = new Explanation(Verdict.ONE_PLACE, considered, null, null);
        var stored = Json.write(explanation);
        assertThat(stored)
                .contains("{\"rule\":\"FEWER_LEFT\",\"left\":3,\"leftAtChosen\":6}")
                .doesNotContain(" ")
                .doesNotContain("null");
        assertThat(Json.read(stored, Explanation.class)).isEqualTo(explanation);
    }

    @Test
    void aDecisionThatWasStoredInWordsKeepsThem() {
        var stored = """
                {"summary": "Utrecht has everything", "considered": [
                    {"location": "utrecht", "chosen": true, "reason": "has 7 of 7"},
                    {"location": "mumbai", "chosen": false, "reason": "Utrecht: more is left there (6 against 3)"}]}
                """;
        var explanation = Json.read(stored, Explanation.class);
        assertThat(grounds.verdict(explanation, Texts.in(Locale.GERMANY))).isEqualTo("Utrecht has everything");
        assertThat(grounds.stops(explanation, Texts.in(Locale.GERMANY)))
                .extracting(OrderDetail.Stop::reason)
                .containsExactly("has 7 of 7", "Utrecht: more is left there (6 against 3)");
        assertThat(Json.read("{\"summary\": \"bench has everything\"}", Explanation.class).considered()).isEmpty();
    }

    private String told(Ground ground, Locale language) {
        var place = new Considered(new LocationId("mumbai"), false, ground, null);
        var explanation = new Explanation(Verdict.ONE_PLACE, List.of(CHOSEN, place), null, null);
        return grounds.stops(explanation, Texts.in(language)).getLast().reason();
    }
}
