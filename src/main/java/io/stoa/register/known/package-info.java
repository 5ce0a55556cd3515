/**
 * What the house knows of the customer who buys now: their last purchases at every door, where they buy mostly, and what waits
 * for them here. Start at {@code KnownPage}.
 */
@NullMarked
package io.stoa.register.known;

import org.jspecify.annotations.NullMarked;
