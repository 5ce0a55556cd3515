package io.stoa.imports;

import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import java.util.List;

/** Takes everything and keeps nothing: for dry runs. */
final class ClosedShop implements Shop {

    @Override
    public void location(Location location) {}

    @Override
    public void stock(List<Movement> movements) {}

    @Override
    public void history(List<PastOrder> orders) {}
}
