/** Accounts and tokens. */
@NullMarked
package io.stoa.staff;

import org.jspecify.annotations.NullMarked;
