/** Coupons in the back office: the list, a new one, one to change with the orders that used it. */
@NullMarked
package io.stoa.office.coupons;

import org.jspecify.annotations.NullMarked;
