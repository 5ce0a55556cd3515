/**
 * What places do for orders: picked and sent off, or kept ready and handed over. A paid order becomes one shipment for each
 * place that gives something to it; goods leave the stock, and money is taken, in the transaction in which they leave the
 * house. Start at {@link io.stoa.fulfilment.Fulfilment}; shipments are made by {@code OnOrderNews}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.fulfilment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
