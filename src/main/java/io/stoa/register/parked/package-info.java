/**
 * Baskets that wait at the till: put aside with one key, seen at every till of the store, taken up by one of them. Start at
 * {@code ParkedPage}.
 */
@NullMarked
package io.stoa.register.parked;

import org.jspecify.annotations.NullMarked;
