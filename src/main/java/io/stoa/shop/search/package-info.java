/**
 * Goods side by side: the entrance, shelves, and what a search finds, now and while one types. What is narrowed down stands
 * in the address ({@link io.stoa.shop.search.Narrowing}), so that it can be kept, sent and gone back to, without script.
 */
@NullMarked
package io.stoa.shop.search;

import org.jspecify.annotations.NullMarked;
