/** The till, used as an associate uses it. */
@NullMarked
package io.stoa.register;

import org.jspecify.annotations.NullMarked;
