/** The receipt that goes with a present: what it is and how to bring it back, without a price. Start at {@code GiftReceiptPage}. */
@NullMarked
package io.stoa.register.gifts;

import org.jspecify.annotations.NullMarked;
