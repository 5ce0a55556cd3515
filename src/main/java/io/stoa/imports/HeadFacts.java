package io.stoa.imports;

import io.stoa.feeds.Reason;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.imports.StageTable.Head;
import io.stoa.imports.StageTable.Origin;
import io.stoa.orders.past.PastOrder;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.List;

/** What is said once per past order: customer, place, time, how it ended. */
final class HeadFacts implements Facts<Head> {

    private final StageTable stage;

    HeadFacts(StageTable stage) {
        this.stage = stage;
    }

    @Override
    public Head read(Values values) {
        return head(values);
    }

    static Head head(Values values) {
        return new Head(
                values.text("order"),
                values.optional("customer").orElse(null),
                values.as("location", LocationId::new, Why.FORM, "the name of a location").value(),
                values.as("channel", Channel::valueOf, Why.FORM, "a channel").name(),
                values.optional("state").isPresent()
                        ? values.as("state", PastOrder.State::valueOf, Why.FORM, "COMPLETE, CANCELLED or REFUNDED")
                                .name()
                        : null,
                values.instant("at"),
                false,
                origin(values));
    }

    static Origin origin(Values values) {
        return new Origin(values.row().file(), values.row().line(), values.row().raw());
    }

    @Override
    public List<Refusal> write(List<Head> heads) {
        var fresh = stage.addHeads(heads);
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < heads.size(); i++) {
            if (!fresh.remove(heads.get(i).order())) {
                refusals.add(new Refusal(i, new Reason(Why.TWICE, "the order … is there twice", heads.get(i).order())));
            }
        }
        return refusals;
    }
}
