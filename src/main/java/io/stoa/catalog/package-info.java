/**
 * What is sold: products with their variants (SKU, GTIN), categories, texts in several languages, pictures. Start at
 * {@link io.stoa.catalog.Catalog}. A list is one query; what a till or a cart asks of a SKU is answered from
 * memory, renewed through the log. A product is published again whenever it changes; what is the same changes nothing.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "page"})
package io.stoa.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
