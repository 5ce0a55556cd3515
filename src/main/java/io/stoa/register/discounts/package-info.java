/** What an associate takes off, within what they may give; more is approved by a manager. Start at {@code DiscountPage}. */
@NullMarked
package io.stoa.register.discounts;

import org.jspecify.annotations.NullMarked;
