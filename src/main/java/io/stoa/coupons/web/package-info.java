/** Coupons over HTTP. */
@NullMarked
package io.stoa.coupons.web;

import org.jspecify.annotations.NullMarked;
