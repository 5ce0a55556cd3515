package io.stoa.register.returns;

import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.policy.Deadline;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out the lines of an order that may come back, and says until when. */
final class Rows {

    private Rows() {}

    static TakenBack.Row row(
            OrderView.Line line, @Nullable Deadline deadline, LocalDate today, Map<String, String> filled, Texts texts) {
        int with = line.fulfilled() - line.returned();
        var typed = filled.getOrDefault("pieces." + line.number(), "");
        return new TakenBack.Row(
                line.number(),
                line.title(),
                with,
                texts.money(line.worth(with)),
                deadline == null ? "" : until(deadline, today, texts),
                deadline != null && !deadline.holds(true, today),
                typed.matches("[0-9]{1,5}") ? Math.min(with, Integer.parseInt(typed)) : 0,
                filled.getOrDefault("reason." + line.number(), ""),
                filled.getOrDefault("goods." + line.number(), ""));
    }

    private static String until(Deadline deadline, LocalDate today, Texts texts) {
        if (deadline.holds(false, today)) {
            return texts.get("till.return.until", texts.day(Objects.requireNonNull(deadline.until())));
        }
        if (deadline.holds(true, today)) {
            return texts.get("till.return.until.faulty", texts.day(Objects.requireNonNull(deadline.last(true))));
        }
        var last = deadline.last(true);
        return last == null ? texts.get("till.return.never") : texts.get("till.return.over", texts.day(last));
    }

    /** Why the policy says no, of the first line that it says no to. */
    static String late(ReturnOutcome.Late late, OrderView order, Texts texts) {
        var title = title(order, late.line());
        return late.until() == null
                ? texts.get("till.return.late.never", title)
                : texts.get("till.return.late", title, texts.day(late.until()));
    }

    static String title(OrderView order, int number) {
        return order.lines().stream()
                .filter(line -> line.number() == number)
                .map(OrderView.Line::title)
                .findFirst()
                .orElse("");
    }
}
