package io.stoa.returns.web;

import io.stoa.access.Caller;
import io.stoa.http.IdempotencyKey;
import io.stoa.returns.Disposition;
import io.stoa.returns.NewReturn;
import io.stoa.returns.Overrule;
import io.stoa.returns.ReturnKind;
import io.stoa.returns.ReturnReason;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to give back. With a location the goods are there already, and it is received in the same step. A manager
 * says in {@code overrule} why something is taken back that the policy does not allow. A claim has no location: nothing comes in.
 */
record NewReturnRequest(
        OrderId order,
        @Nullable ReturnKind kind,
        List<Line> lines,
        @Nullable LocationId location,
        @Nullable String overrule) {

    record Line(
            int line,
            Quantity quantity,
            ReturnReason reason,
            @Nullable Disposition disposition) {}

    NewReturnRequest {
        kind = Objects.requireNonNullElse(kind, ReturnKind.RETURN);
        var _ = wish("checked", order, kind, lines, null);
        if (kind == ReturnKind.CLAIM && location != null) {
            throw new IllegalArgumentException("Of a claim nothing comes in: leave the location out");
        }
        if (overrule != null) {
            var _ = new Overrule("checked", overrule);
        }
    }

    /** Keys of different callers never meet: who asks is part of the key. */
    NewReturn wish(IdempotencyKey key, Caller caller) {
        var overruling = overrule == null ? null : new Overrule(caller.actor().id(), overrule);
        return wish(caller.actor() + "|" + key.value(), order, Objects.requireNonNull(kind), lines, overruling);
    }

    Map<Integer, Disposition> dispositions() {
        var named = new HashMap<Integer, Disposition>();
        for (var line : lines) {
            if (line.disposition() != null) {
                named.put(line.line(), line.disposition());
            }
        }
        return named;
    }

    private static NewReturn wish(
            String key, OrderId order, ReturnKind kind, List<Line> lines, @Nullable Overrule overrule) {
        return new NewReturn(
                key,
                order,
                kind,
                lines.stream()
                        .map(line -> new NewReturn.Line(line.line(), line.quantity(), line.reason()))
                        .toList(),
                overrule);
    }
}
