/** The back office's answer to "why this price, why so many?". */
@NullMarked
package io.stoa.office.reasons;

import org.jspecify.annotations.NullMarked;
