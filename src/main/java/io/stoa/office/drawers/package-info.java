/** Cash drawers in the back office: every X and Z of every store, by business day, and the same as a file. */
@NullMarked
package io.stoa.office.drawers;

import org.jspecify.annotations.NullMarked;
