/**
 * Until when goods may come back: one policy of the house, by shelf and by reason, and the last days of an order's lines by it.
 * It knows nothing of return documents. Start at {@link io.stoa.returns.policy.ReturnPolicy}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("policy")
package io.stoa.returns.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
