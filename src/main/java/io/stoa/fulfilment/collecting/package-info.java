/** Who collects in a customer's place. Start at {@link io.stoa.fulfilment.collecting.Proxies}. */
@NullMarked
@CheckReturnValue
package io.stoa.fulfilment.collecting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
