/** Bins as JSON resources under {@code /api/v1/bins}. */
@NullMarked
package io.stoa.bins.web;

import org.jspecify.annotations.NullMarked;
