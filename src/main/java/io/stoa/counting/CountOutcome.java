package io.stoa.counting;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Set;

/** What came of a step of a count. Whatever is not done has changed nothing. */
public sealed interface CountOutcome {

    /** It is so; repeated means that it was so already. */
    record Done(CountSheet sheet, boolean repeated) implements CountOutcome {}

    record NoSuchSheet() implements CountOutcome {}

    /** There is no such location, or it holds no stock. */
    record NoSuchPlace(LocationId place) implements CountOutcome {}

    /** These are no articles, or none of this sheet; none at all: there is nothing to count. */
    record OtherGoods(Set<Sku> skus) implements CountOutcome {}

    /** The key was used for something else. */
    record KeyReused() implements CountOutcome {}

    /** No number was entered yet. */
    record NothingCounted() implements CountOutcome {}

    /** Somebody changed it since it was read. */
    record ChangedMeanwhile(CountSheet sheet) implements CountOutcome {}

    /** That does not follow from the state it is in. */
    record NotInThisState(CountSheet sheet) implements CountOutcome {}

    /** It is further off than is let pass without somebody who may approve it. */
    record NeedsApproval(Assessment assessment) implements CountOutcome {}

    /** Of these the books were corrected since, or more was sold than was found: send them back. */
    record CountAgain(Set<Sku> skus) implements CountOutcome {}
}
