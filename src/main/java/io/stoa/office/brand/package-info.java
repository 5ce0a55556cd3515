/** The brand kit in the back office: what every door wears, tried on first, and what was worn before. */
@NullMarked
package io.stoa.office.brand;

import org.jspecify.annotations.NullMarked;
