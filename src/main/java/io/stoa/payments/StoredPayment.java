package io.stoa.payments;

import io.stoa.events.NewEvent;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A payment with what only this module needs to know. */
record StoredPayment(Payment view, String gatewayKey, long version, Instant attemptedAt, boolean moving) {

    static final String COLUMNS = """
            p.id, p.order_id, p.tender, p.gateway_key, p.currency, p.amount, p.state, p.authorised, p.captured, p.released,
            p.refunded, p.capturing + p.releasing AS moving, p.release_wanted, p.in_part, p.reason, p.redirect, p.version,
            p.attempted_at, p.changed_at
            """;

    static StoredPayment of(ResultSet row, int number) throws SQLException {
        return new StoredPayment(
                view(row),
                row.getString("gateway_key"),
                row.getLong("version"),
                time(row, "attempted_at"),
                row.getLong("moving") > 0);
    }

    PaymentId id() {
        return view.id();
    }

    NewEvent event(String type, Money amount, @Nullable String movement, Touchpoint touchpoint) {
        var payload = new PaymentChanged(
                view.id().value(),
                view.order().value(),
                view.tender(),
                amount.minor(),
                amount.currency().getCurrencyCode(),
                movement);
        return new NewEvent(type, "payment:" + view.id(), version, null, view.order(), touchpoint, payload);
    }

    private static Payment view(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var redirect = row.getString("redirect");
        return new Payment(
                new PaymentId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                Tender.valueOf(row.getString("tender")),
                new Money(row.getLong("amount"), currency),
                PaymentState.valueOf(row.getString("state")),
                new Money(row.getLong("authorised"), currency),
                new Money(row.getLong("captured"), currency),
                new Money(row.getLong("released"), currency),
                new Money(row.getLong("refunded"), currency),
                row.getBoolean("release_wanted"),
                row.getBoolean("in_part"),
                row.getString("reason"),
                redirect == null ? null : URI.create(redirect),
                time(row, "changed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
