package io.stoa.office.purchasing;

import io.stoa.office.Wording;
import io.stoa.office.purchasing.PurchasesShown.Moment;
import io.stoa.office.purchasing.PurchasesShown.One;
import io.stoa.office.purchasing.PurchasesShown.Piece;
import io.stoa.office.purchasing.PurchasesShown.Row;
import io.stoa.page.PageFrame;
import io.stoa.purchasing.Count;
import io.stoa.purchasing.PurchaseOrder;
import io.stoa.purchasing.PurchaseOrder.Line;
import io.stoa.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Purchase orders in words. */
@Component
class PurchaseRows {

    private final Names names;
    private final Wording wording;
    private final Clock clock;

    PurchaseRows(Names names, Wording wording, Clock clock) {
        this.names = names;
        this.wording = wording;
        this.clock = clock;
    }

    Row row(PurchaseOrder order, PageFrame frame) {
        var expected = order.expected();
        return new Row(
                order,
                names.supplier(order.supplier()),
                wording.place(order.location()),
                order.isLate(LocalDate.now(clock)),
                expected == null ? null : frame.texts().day(expected),
                order.lines().stream().mapToInt(Line::ordered).sum());
    }

    One one(PurchaseOrder order, String key, PageFrame frame) {
        var titles = names.titles(order.lines().stream().map(Line::sku).toList(), frame.texts());
        var goods = order.lines().stream()
                .map(line -> new Piece(
                        titles.getOrDefault(line.sku(), line.sku().value()), line, money(order, line.cost(), frame)))
                .toList();
        return new One(row(order, frame), goods, history(order, frame), money(order, total(order), frame), key);
    }

    private static @Nullable String money(PurchaseOrder order, @Nullable Long minor, PageFrame frame) {
        return minor == null ? null : frame.texts().money(new Money(minor, order.currency()));
    }

    /** What all of it costs; null when the cost of something is not known. */
    private static @Nullable Long total(PurchaseOrder order) {
        long total = 0;
        for (var line : order.lines()) {
            if (line.cost() == null) {
                return null;
            }
            total += line.cost() * line.ordered();
        }
        return total;
    }

    private static List<Moment> history(PurchaseOrder order, PageFrame frame) {
        var moments = new ArrayList<Moment>();
        add(moments, frame.t("purchasing.was.DRAFTED"), order.draftedAt(), frame);
        add(moments, frame.t("purchasing.was.PLACED"), order.placedAt(), frame);
        for (var receipt : order.receipts()) {
            int good = receipt.goods().values().stream().mapToInt(Count::good).sum();
            int damaged = receipt.goods().values().stream().mapToInt(Count::damaged).sum();
            add(moments, frame.t("purchasing.counted", good, damaged, Wording.actor(receipt.by(), frame.texts())), receipt.at(), frame);
        }
        add(moments, frame.t("purchasing.was." + order.state()), order.endedAt(), frame);
        return moments.reversed();
    }

    private static void add(List<Moment> moments, String text, @Nullable Instant at, PageFrame frame) {
        if (at != null) {
            moments.add(new Moment(text, frame.moment(at, ZoneId.systemDefault())));
        }
    }
}
