/**
 * Goods that come back at the till, wherever they were bought: found by receipt or order number, taken line by line. Composes
 * {@code returns}, which owns the rules; start at {@code ReturnPage}.
 */
@NullMarked
package io.stoa.register.returns;

import org.jspecify.annotations.NullMarked;
