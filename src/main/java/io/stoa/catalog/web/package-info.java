/** The JSON resources of the catalog, under {@code /api/v1/products} and {@code /api/v1/categories}, and drawn pictures. */
@NullMarked
package io.stoa.catalog.web;

import org.jspecify.annotations.NullMarked;
