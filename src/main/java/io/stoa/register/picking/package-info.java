/** What is fetched from the shelves of a store for the orders of all doors, in one walk. */
@NullMarked
package io.stoa.register.picking;

import org.jspecify.annotations.NullMarked;
