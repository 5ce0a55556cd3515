/**
 * Brings a shop's past and present in from other programs' files: places, goods, prices, stock, customers and past orders.
 * Promises: importing twice changes nothing; an import that was killed continues where it stood; every row is either in
 * the shop or in the rejected-rows file with its reason; and the money agrees to the cent, or the import says that it does
 * not. What a source's columns mean is declared in {@code imports/<profile>.yaml}, see {@code docs/import.md}. Start with
 * {@link io.stoa.imports.Imports}, then {@code Run}, which does one import, and {@code FileStep}, which does one file.
 */
@NullMarked
@CheckReturnValue
package io.stoa.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
