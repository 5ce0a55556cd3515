/** The journeys of the house: each a story that crosses at least two doors, on the real database, in a real browser where a page is involved. */
@NullMarked
package io.stoa.journeys;

import org.jspecify.annotations.NullMarked;
