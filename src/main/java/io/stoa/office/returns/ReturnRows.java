package io.stoa.office.returns;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnState;
import io.stoa.returns.Returns;
import io.stoa.shared.LocationId;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lays out returns in rows. */
@Component
public class ReturnRows {

    private final Returns returns;
    private final Locations locations;

    ReturnRows(Returns returns, Locations locations) {
        this.returns = returns;
        this.locations = locations;
    }

    /** Those of an order, the oldest first. */
    public List<ReturnsShown.Row> of(OrderView order, PageFrame frame) {
        return order.imported() == null
                ? returns.of(order.id()).stream().map(one -> row(one, frame)).toList()
                : List.of();
    }

    ReturnsShown.Row row(Return one, PageFrame frame) {
        boolean here = one.location() != null;
        boolean judged = one.state() == ReturnState.RECEIVED || one.state() == ReturnState.REFUNDED;
        return new ReturnsShown.Row(
                one.id().toString(),
                one.order().toString(),
                frame.t(one.kept() ? "returns.state.kept" : "returns.state." + one.state()),
                ReturnsShown.tone(one.state()),
                here ? name(Objects.requireNonNull(one.location())) : "",
                one.lines().stream().mapToInt(Return.Line::quantity).sum(),
                judged ? frame.texts().money(one.worth()) : "",
                frame.moment(one.openedAt(), ZoneId.systemDefault()));
    }

    private String name(LocationId location) {
        return locations.find(location).map(Location::name).orElse(location.value());
    }
}
