/** Who did what and when, as the log of events knows it: filtered, paged, exported, and each with what was before and after. */
@NullMarked
package io.stoa.office.audit;

import org.jspecify.annotations.NullMarked;
