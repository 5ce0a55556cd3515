/**
 * The till on the shop floor: scan, sell for cash or by card, sell what lies in another store and send it home, print the
 * receipt. It composes the modules below and owns no rules and no tables. A basket is a cart like any other; what only the
 * till knows of it, such as which pieces go home by post, is a {@link io.stoa.register.Sale} in the session. Every form is
 * answered with a redirect, so that a reload repeats nothing, and every page works without script. Start at {@code SellPage}.
 * Pickups, returns and the choice of a store are pages of their own, in sub-packages.
 */
@NullMarked
package io.stoa.register;

import org.jspecify.annotations.NullMarked;
