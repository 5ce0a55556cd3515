/** Tests of {@link io.stoa.payments.Payments} against a real database and a provider with books of its own. */
@NullMarked
package io.stoa.payments;

import org.jspecify.annotations.NullMarked;
