/** Counting what lies on the shelves, in the back office: the list, one that is counted on a telephone, its differences. */
@NullMarked
package io.stoa.office.counts;

import org.jspecify.annotations.NullMarked;
