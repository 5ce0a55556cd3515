/** People who buy are known by whatever they show. */
@NullMarked
package io.stoa.customers;

import org.jspecify.annotations.NullMarked;
