/** Promotions in the back office: made, changed, and tried on a basket before they hold. */
@NullMarked
package io.stoa.office.promotions;

import org.jspecify.annotations.NullMarked;
