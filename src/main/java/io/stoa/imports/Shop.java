package io.stoa.imports;

import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import java.util.List;

/** What an import writes to: the shop itself, or nothing at all in a dry run. Every call joins the batch's transaction. */
interface Shop {

    void location(Location location);

    void stock(List<Movement> movements);

    void history(List<PastOrder> orders);
}
