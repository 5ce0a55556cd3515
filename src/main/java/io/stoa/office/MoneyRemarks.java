package io.stoa.office;

import io.stoa.office.OrderDetail.Remark;
import io.stoa.page.Texts;
import io.stoa.payments.disputes.Dispute;
import io.stoa.payments.disputes.Disputes;
import io.stoa.payments.setbacks.Setback;
import io.stoa.payments.setbacks.Setbacks;
import io.stoa.shared.OrderId;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what banks and providers did with the money of an order by themselves, and what is to be done about it. */
@Component
class MoneyRemarks {

    private final Disputes disputes;
    private final Setbacks setbacks;

    MoneyRemarks(Disputes disputes, Setbacks setbacks) {
        this.disputes = disputes;
        this.setbacks = setbacks;
    }

    List<Remark> of(OrderId order, Texts texts) {
        return Stream.concat(
                        disputes.of(order).stream().map(dispute -> disputed(dispute, texts)),
                        setbacks.of(order).stream().map(setback -> undone(setback, texts)))
                .toList();
    }

    private static Remark undone(Setback setback, Texts texts) {
        return new Remark("stop", texts.get("office.setback." + setback.kind(), texts.money(setback.amount())));
    }

    private static Remark disputed(Dispute dispute, Texts texts) {
        var why = "office.dispute.reason." + dispute.reason();
        var said = texts.get(why).equals(why) ? texts.get("office.dispute.reason.general") : texts.get(why);
        var by = dispute.answerBy() == null ? "" : texts.moment(dispute.answerBy(), ZoneId.systemDefault());
        var how = by.isEmpty() && dispute.state() == Dispute.State.ANSWER_WANTED ? Dispute.State.BEING_LOOKED_AT : dispute.state();
        return new Remark(
                switch (how) {
                    case ANSWER_WANTED, LOST -> "stop";
                    case BEING_LOOKED_AT -> "wait";
                    case WON -> "good";
                },
                texts.get("office.dispute." + how, texts.money(dispute.amount()), said, by));
    }
}
