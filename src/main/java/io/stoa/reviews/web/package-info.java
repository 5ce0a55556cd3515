/** Reviews over the API. */
@NullMarked
package io.stoa.reviews.web;

import org.jspecify.annotations.NullMarked;
