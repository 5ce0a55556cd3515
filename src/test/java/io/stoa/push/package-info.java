/** Messages on screens, against a push service that reads what it gets. */
@NullMarked
package io.stoa.push;

import org.jspecify.annotations.NullMarked;
