/** What must never break, tried with real processes that are killed and with random histories. */
@NullMarked
package io.stoa.proof;

import org.jspecify.annotations.NullMarked;
