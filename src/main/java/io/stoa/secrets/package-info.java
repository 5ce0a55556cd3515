/**
 * Passwords and tokens, for whoever signs people or machines in: {@link io.stoa.secrets.Passwords} hashes and checks without
 * telling by time who exists, and slows guessing down; {@link io.stoa.secrets.Secrets} makes tokens that cannot be guessed;
 * {@link io.stoa.secrets.Seal} makes addresses that nobody can make up.
 * Keeps nothing in the database.
 */
@NullMarked
@CheckReturnValue
package io.stoa.secrets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
