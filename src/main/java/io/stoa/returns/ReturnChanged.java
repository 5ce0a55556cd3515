package io.stoa.returns;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every event of this module: what came back of an order, where, what it is worth, and who
 * overruled the policy for it. Key {@code return:ID}.
 */
public record ReturnChanged(
        ReturnId id,
        OrderId order,
        ReturnKind kind,
        ReturnState state,
        @Nullable LocationId location,
        Money worth,
        Money refunded,
        Money exchanged,
        List<Line> lines,
        @Nullable String overruledBy) {
    public static final String OPENED = "returns.return_opened";
    public static final String RECEIVED = "returns.received";
    public static final String REFUNDED = "returns.refunded";
    public static final String CANCELLED = "returns.cancelled";

    /** A line without its title, which the catalog knows. */
    public record Line(
            int line,
            String sku,
            int quantity,
            ReturnReason reason,
            @Nullable Disposition disposition) {}

    static NewEvent event(String type, Return document, Touchpoint touchpoint) {
        var overrule = document.overrule();
        var lines = document.lines().stream()
                .map(line ->
                        new Line(line.line(), line.sku().value(), line.quantity(), line.reason(), line.disposition()))
                .toList();
        return new NewEvent(
                type,
                "return:" + document.id(),
                document.version(),
                document.customer(),
                document.order(),
                touchpoint,
                new ReturnChanged(
                        document.id(),
                        document.order(),
                        document.kind(),
                        document.state(),
                        document.location(),
                        document.worth(),
                        document.refunded(),
                        document.exchanged(),
                        lines,
                        overrule == null ? null : overrule.by()));
    }
}
