/**
 * The cash drawer at the till: which till a browser is, opening with a float, paid in and out, the X report, and counting for
 * the Z report. The rules are those of {@link io.stoa.drawer.Drawers}. Start at {@code DrawerPage}.
 */
@NullMarked
package io.stoa.register.drawer;

import org.jspecify.annotations.NullMarked;
