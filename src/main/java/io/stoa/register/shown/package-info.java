/** Carts that customers show at the till: scanned, they are the basket in hand. Start at {@code ShownPage}. */
@NullMarked
package io.stoa.register.shown;

import org.jspecify.annotations.NullMarked;
