/** The brand over HTTP: the files that pages load, and the JSON resource under {@code /api/v1/brand}. */
@NullMarked
package io.stoa.brand.web;

import org.jspecify.annotations.NullMarked;
