/** Stoa: one catalogue, price, stock, order and customer, shared live by every door. Start at {@link io.stoa.Application}. */
@NullMarked
package io.stoa;

import org.jspecify.annotations.NullMarked;
