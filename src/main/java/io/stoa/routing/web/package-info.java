/** The routing plan over HTTP, under {@code /api/v1/routing}. */
@NullMarked
package io.stoa.routing.web;

import org.jspecify.annotations.NullMarked;
