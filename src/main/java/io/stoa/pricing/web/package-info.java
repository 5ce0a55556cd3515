/** The JSON resources of pricing, under {@code /api/v1/prices}. */
@NullMarked
package io.stoa.pricing.web;

import org.jspecify.annotations.NullMarked;
