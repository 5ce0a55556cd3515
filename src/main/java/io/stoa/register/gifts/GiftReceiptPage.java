package io.stoa.register.gifts;

import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.register.Barcode;
import io.stoa.register.Receipts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Beside the receipt the one for a present; what was taken out of the order or came back is not on it. */
@Controller
class GiftReceiptPage {

    private final Receipts receipts;
    private final Locations locations;

    GiftReceiptPage(Receipts receipts, Locations locations) {
        this.receipts = receipts;
        this.locations = locations;
    }

    @GetMapping("/till/receipts/{code}/gift")
    ModelAndView show(@PathVariable String code, PageFrame frame) {
        var orders = receipts.orders(code);
        if (orders.isEmpty()) {
            throw Problems.refuse(Problems.notFound("There is no receipt " + code + "."));
        }
        return new ModelAndView("till/giftReceipt", Map.of("receipt", receipt(code, orders, frame.texts())));
    }

    private GiftReceipt receipt(String code, List<OrderView> orders, Texts texts) {
        var first = orders.getFirst();
        var store = Optional.ofNullable(first.location()).flatMap(locations::find);
        return new GiftReceipt(
                code,
                store.map(Location::name).orElse(""),
                store.map(Location::address).map(address -> address.lines(texts.locale())).orElse(List.of()),
                texts.day(first.placedAt()
                        .atZone(store.map(Location::zone).orElse(ZoneId.of("UTC")))
                        .toLocalDate()),
                orders.stream().map(GiftReceiptPage::part).toList());
    }

    private static GiftReceipt.Part part(OrderView order) {
        var rows = order.lines().stream()
                .map(line -> new GiftReceipt.Row(line.title(), line.quantity() - line.cancelled() - line.returned()))
                .filter(row -> row.quantity() > 0)
                .toList();
        return new GiftReceipt.Part(order.id().toString(), new Barcode(order.id().toString()), rows);
    }
}
