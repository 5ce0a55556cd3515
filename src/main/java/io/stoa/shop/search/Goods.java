package io.stoa.shop.search;

import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.shop.Market;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards of the catalogue as they stand on a shelf, with what they cost. */
@Component
public class Goods {

    private final Market market;

    Goods(Market market) {
        this.market = market;
    }

    /** In the order given; {@code ready} is what to say of those that the visitor's own store has. */
    public List<Good> of(List<ProductCard> cards, Set<ProductId> soldOut, Set<ProductId> here, @Nullable String ready, Texts texts) {
        var prices = market.offered(cards.stream().map(ProductCard::firstSku).toList());
        return cards.stream()
                .map(card -> {
                    var price = prices.get(card.firstSku());
                    return new Good(
                            "/shop/product/" + card.productId(),
                            card.title(),
                            card.brand(),
                            price == null ? null : texts.money(price.price()),
                            price == null || !price.isReduced() ? null : texts.money(price.listed()),
                            Picture.of(card.imageUrl(), card.title()),
                            soldOut.contains(card.productId()),
                            here.contains(card.productId()) ? ready : null);
                })
                .toList();
    }
}
