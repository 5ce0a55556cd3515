/** Proofs of what cash drawers promise, on a real PostgreSQL. */
@NullMarked
package io.stoa.drawer;

import org.jspecify.annotations.NullMarked;
