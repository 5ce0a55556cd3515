/**
 * The people who work here and the machines that act for them: accounts with roles ({@link io.stoa.staff.Staff}), tokens of
 * API clients ({@link io.stoa.staff.Tokens}), and in demo mode the accounts that the demo prints
 * ({@link io.stoa.staff.DemoAccounts}). Passwords and tokens are kept as hashes only. Start reading at {@code Staff}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.staff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
