/** Who comes through which door. */
@NullMarked
package io.stoa.access;

import org.jspecify.annotations.NullMarked;
