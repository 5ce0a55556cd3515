/** Tests of {@link io.stoa.giftcards.Payments} against a real database and a provider with books of its own. */
@NullMarked
package io.stoa.giftcards;

import org.jspecify.annotations.NullMarked;
