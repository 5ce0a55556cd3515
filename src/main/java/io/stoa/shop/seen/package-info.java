/**
 * How the shop is seen by others: search engines, social networks, marketplaces of prices. What stands in a page's head
 * ({@link io.stoa.shop.seen.Seen}), the site map, and the feeds of goods and of what stores have. All of it is what the
 * pages say too; nothing is promised here that the shop does not know.
 */
@NullMarked
package io.stoa.shop.seen;

import org.jspecify.annotations.NullMarked;
