package io.stoa.register.labels;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.orders.Orders;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The label of a parcel that this store packs. */
@Controller
class LabelPage {

    private final Stores stores;
    private final Fulfilment fulfilment;
    private final Orders orders;

    LabelPage(Stores stores, Fulfilment fulfilment, Orders orders) {
        this.stores = stores;
        this.fulfilment = fulfilment;
        this.orders = orders;
    }

    @GetMapping("/till/pickups/{id}/label.pdf")
    ResponseEntity<byte[]> label(@PathVariable ShipmentId id, Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        var label = fulfilment.find(id)
                .filter(shipment -> shipment.location().equals(store.id()) && shipment.kind() == ShipmentKind.SHIP)
                .flatMap(shipment -> label(shipment, store, frame))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("This store sends no parcel " + id + ".")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", ContentDisposition.inline().filename("parcel-" + id + ".pdf").build().toString())
                .body(pdf(label));
    }

    private static byte[] pdf(ParcelLabel label) {
        try {
            return label.pdf();
        } catch (ParcelLabel.Unwritable strange) {
            throw Problems.refuse(Problems.invalid(
                    "address", "The label cannot write the letters of this address: write it by hand, from the page of the order."));
        }
    }

    /** Countries are named in English, which every post reads. */
    private Optional<ParcelLabel> label(Shipment shipment, Location store, PageFrame frame) {
        return orders.find(shipment.order()).filter(order -> order.address() != null).map(order -> {
            var sender = store.address() == null ? Stream.<String>empty() : store.address().lines(Locale.ENGLISH).stream();
            int pieces = shipment.lines().stream().mapToInt(line -> line.quantity() - line.cancelled()).sum();
            return new ParcelLabel(
                    Stream.concat(Stream.of(frame.livery().name() + ", " + store.name()), sender.filter(line -> !line.equals(store.name())))
                            .toList(),
                    Objects.requireNonNull(order.address()).lines(Locale.ENGLISH),
                    Stream.of(frame.t("till.receipt.order", order.id()), frame.texts().count("till.label.pieces", pieces)).toList(),
                    shipment.id().toString());
        });
    }
}
