package io.stoa.imports;

import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Touchpoint;
import java.util.List;
import org.springframework.stereotype.Component;

/** The shop itself. */
@Component
class OpenShop implements Shop {

    private static final Touchpoint IMPORT = Touchpoint.of(Channel.IMPORT, Actor.SYSTEM);

    private final Locations locations;
    private final Inventory inventory;

    OpenShop(Locations locations, Inventory inventory) {
        this.locations = locations;
        this.inventory = inventory;
    }

    @Override
    public void location(Location location) {
        locations.save(location, IMPORT);
    }

    @Override
    public void stock(List<Movement> movements) {
        var _ = inventory.move(movements, IMPORT);
    }

    @Override
    public void history(List<PastOrder> orders) {}
}
