package io.stoa.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Why a place was chosen or passed over: a rule and its figures. In JSON, {@code rule} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ground.Serves.class, name = "SERVES"),
    @JsonSubTypes.Type(value = Ground.TooFew.class, name = "TOO_FEW"),
    @JsonSubTypes.Type(value = Ground.Farther.class, name = "FARTHER"),
    @JsonSubTypes.Type(value = Ground.DistanceUnknown.class, name = "DISTANCE_UNKNOWN"),
    @JsonSubTypes.Type(value = Ground.FewerLeft.class, name = "FEWER_LEFT"),
    @JsonSubTypes.Type(value = Ground.LaterByKind.class, name = "LATER_BY_KIND"),
    @JsonSubTypes.Type(value = Ground.KeptBack.class, name = "KEPT_BACK"),
    @JsonSubTypes.Type(value = Ground.TooFar.class, name = "TOO_FAR"),
    @JsonSubTypes.Type(value = Ground.OtherKind.class, name = "OTHER_KIND"),
    @JsonSubTypes.Type(value = Ground.OtherGroup.class, name = "OTHER_GROUP"),
    @JsonSubTypes.Type(value = Ground.ShutUntil.class, name = "SHUT_UNTIL"),
    @JsonSubTypes.Type(value = Ground.LeftOut.class, name = "LEFT_OUT"),
    @JsonSubTypes.Type(value = Ground.LaterByName.class, name = "LATER_BY_NAME"),
    @JsonSubTypes.Type(value = Ground.KeepsNoStock.class, name = "KEEPS_NO_STOCK"),
    @JsonSubTypes.Type(value = Ground.NotChosen.class, name = "NOT_CHOSEN"),
    @JsonSubTypes.Type(value = Ground.Rejected.class, name = "REJECTED"),
    @JsonSubTypes.Type(value = Ground.Shut.class, name = "SHUT"),
    @JsonSubTypes.Type(value = Ground.DoesNotOffer.class, name = "DOES_NOT_OFFER")
})
public sealed interface Ground {

    /** Chosen: it has so many of the pieces that are wanted, so far from the customer where that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Serves(int pieces, int wanted, @Nullable Integer kilometres) implements Ground {}

    /** It has only so many of the pieces that are wanted. */
    record TooFew(int pieces, int wanted) implements Ground {}

    /** So much farther from the customer than the place that was chosen. */
    record Farther(int kilometres) implements Ground {}

    /** Nobody knows how far it is from the customer, while that is known of the one that was chosen. */
    record DistanceUnknown() implements Ground {}

    /** Of these goods so many pieces would be left there, against those at the place that was chosen. */
    record FewerLeft(long left, long leftAtChosen) implements Ground {}

    /** The rule takes places of this kind first. */
    record LaterByKind(Location.Kind kind) implements Ground {}

    /** Beyond the pieces of each article that the rule leaves it, it has only so many of those that are wanted. */
    record KeptBack(int pieces, int wanted, int kept) implements Ground {}

    /** Farther from the customer than the rule goes; without {@code kilometres} nobody knows how far. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TooFar(@Nullable Integer kilometres, int atMost) implements Ground {}

    /** The rule takes only places of this kind. */
    record OtherKind(Location.Kind wanted) implements Ground {}

    /** The rule takes only places of other groups. */
    record OtherGroup(String group) implements Ground {}

    /** Its doors open later than the rule waits, by its own clock; without {@code opens} nobody knows when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShutUntil(@Nullable Instant opens, ZoneId zone) implements Ground {}

    /** The rule leaves it out by name. */
    record LeftOut() implements Ground {}

    /** Equal in everything, so the first by name was taken. */
    record LaterByName() implements Ground {}

    /** A place that sells and has nothing on a shelf, such as the web. */
    record KeepsNoStock() implements Ground {}

    /** The customer chose another place. */
    record NotChosen() implements Ground {}

    /** It had this work and could not do it. */
    record Rejected() implements Ground {}

    record Shut() implements Ground {}

    /** The goods cannot leave from there in this way. */
    record DoesNotOffer(Capability capability) implements Ground {}
}
