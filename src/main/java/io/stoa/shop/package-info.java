/**
 * The web shop: browse, search, an article with its stock by store, the cart, a checkout of one page and the order
 * afterwards. It composes the modules below and owns no rules and no tables. Every page works without script; with it,
 * stock and orders refresh themselves. Each {@code …Page} answers a few addresses and fills one public view record, which
 * is all that its template under {@code src/main/jte/shop} knows. Start at {@link io.stoa.shop.Visit}.
 */
@NullMarked
package io.stoa.shop;

import org.jspecify.annotations.NullMarked;
