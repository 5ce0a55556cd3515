/**
 * Goods that come back. One document whatever the door: announced by the customer and received later, or both in one step at
 * a till, at any place that takes goods back, wherever they were bought. Refunds go to the tenders that were paid with; what
 * cannot be given back yet stays due and is tried again. Start at {@link io.stoa.returns.Returns}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.returns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
