/**
 * A receipt for the customer to keep: by a code that opens it on a phone, and by mail. Start at {@code KeptReceiptPage}; the paper
 * itself is {@link io.stoa.register.Receipts}.
 */
@NullMarked
package io.stoa.register.receipts;

import org.jspecify.annotations.NullMarked;
