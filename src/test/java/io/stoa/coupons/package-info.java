/** Tests of {@link io.stoa.coupons.Coupons} with real orders, against a real database. */
@NullMarked
package io.stoa.coupons;

import org.jspecify.annotations.NullMarked;
