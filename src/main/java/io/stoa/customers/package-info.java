/**
 * The people who buy: one person, however many e-mail addresses, telephone numbers and cards they show at the doors. Each of
 * these belongs to one person only, in one normal form ({@link io.stoa.customers.Identifier}). Start reading at
 * {@link io.stoa.customers.Customers}; {@link io.stoa.customers.Codes} and {@link io.stoa.customers.Passkeys} let them in without a
 * password. Names and addresses stay in here; the log gets numbers.
 */
@NullMarked
@CheckReturnValue
package io.stoa.customers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
