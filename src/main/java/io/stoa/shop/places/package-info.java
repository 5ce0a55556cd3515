/**
 * Stores as customers look for them: near a postcode or a town, how far, how long open, what they offer, on a drawn map;
 * and which one is theirs. Start at {@link io.stoa.shop.places.Places}.
 */
@NullMarked
package io.stoa.shop.places;

import org.jspecify.annotations.NullMarked;
