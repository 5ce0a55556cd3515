/** The JSON resources of locations, under {@code /api/v1/locations}. */
@NullMarked
package io.stoa.locations.web;

import org.jspecify.annotations.NullMarked;
