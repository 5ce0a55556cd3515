package io.stoa.shop.wishes;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.orders.Carts;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.shared.Sku;
import io.stoa.shop.Market;
import io.stoa.shop.Market.Offered;
import io.stoa.shop.Visits;
import io.stoa.wishes.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The list, with prices and stock of now; a heart puts something on it or takes it off again. */
@Controller
class WishPages {

    private final Wishers wishers;
    private final Wishes wishes;
    private final Catalog catalog;
    private final Inventory inventory;
    private final Carts carts;
    private final Market market;
    private final Visits visits;

    WishPages(
            Wishers wishers,
            Wishes wishes,
            Catalog catalog,
            Inventory inventory,
            Carts carts,
            Market market,
            Visits visits) {
        this.wishers = wishers;
        this.wishes = wishes;
        this.catalog = catalog;
        this.inventory = inventory;
        this.carts = carts;
        this.market = market;
        this.visits = visits;
    }

    @GetMapping("/shop/wishes")
    ModelAndView wishes(PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var skus = wishers.of(request, response, caller).map(wishes::of).orElse(List.of());
        var list = list(skus, visits.store(request).orElse(null), frame.texts());
        return new ModelAndView("shop/wishes", Map.of("visit", visits.of(request, caller, frame.texts()), "list", list));
    }

    /** Puts it on the list, or takes it off; back to its page. */
    @PostMapping("/shop/wishes")
    String turn(
            @RequestParam String sku,
            @RequestParam(defaultValue = "true") boolean wished,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = new Sku(sku);
        var item = catalog.items(List.of(asked)).get(asked);
        if (item == null) {
            return "redirect:/shop/wishes";
        }
        if (wished) {
            wishes.add(wishers.ofSomebody(request, response, caller), asked);
        } else {
            wishers.of(request, response, caller).ifPresent(wisher -> wishes.remove(wisher, asked));
        }
        return "redirect:" + href(item);
    }

    @PostMapping("/shop/wishes/{sku}/remove")
    String remove(@PathVariable String sku, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        wishers.of(request, response, caller).ifPresent(wisher -> wishes.remove(wisher, new Sku(sku)));
        return "redirect:/shop/wishes";
    }

    /** One piece, if there is none in the cart yet; then it is no wish any more. */
    @PostMapping("/shop/wishes/{sku}/cart")
    String move(@PathVariable String sku, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var wanted = new Sku(sku);
        var cart = visits.cartToFill(request, response, caller);
        if (cart.lines().stream().noneMatch(line -> line.sku().equals(wanted))) {
            var ignored = carts.put(cart.id(), wanted, 1);
        }
        wishers.of(request, response, caller).ifPresent(wisher -> wishes.remove(wisher, wanted));
        return "redirect:/shop/cart";
    }

    /** Three look-ups for the whole list. */
    private WishList list(List<Sku> skus, @Nullable Location store, Texts texts) {
        var items = catalog.items(skus, texts.language());
        var prices = market.offered(skus);
        var stock = inventory.availability(skus);
        return new WishList(skus.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(item -> wish(item, prices.get(item.sku()), stock.getOrDefault(item.sku(), List.of()), store, texts))
                .toList());
    }

    private static WishList.Wish wish(
            SellableItem item, @Nullable Offered price, List<Availability> rows, @Nullable Location store, Texts texts) {
        int all = rows.stream().mapToInt(Availability::available).sum();
        int here = rows.stream()
                .filter(row -> store != null && row.location().equals(store.id()))
                .mapToInt(Availability::available)
                .sum();
        boolean buyable = item.sellable() && price != null && all > 0;
        var said = store != null && here > 0
                ? texts.count("shop.stock.in", here, store.name())
                : texts.get(buyable ? "find.stock" : "find.sold-out");
        return new WishList.Wish(
                item.sku().value(),
                href(item),
                item.title(),
                item.variantTitle().isEmpty() ? null : item.variantTitle(),
                price == null ? null : texts.money(price.price()),
                said,
                buyable,
                Picture.of(item.imageUrl(), item.title()));
    }

    private static String href(SellableItem item) {
        return "/shop/product/" + item.productId() + "?sku=" + UriUtils.encode(item.sku().value(), StandardCharsets.UTF_8);
    }
}
