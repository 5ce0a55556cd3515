/** Gift cards in the back office: the list, one card with its history, issuing and blocking. */
@NullMarked
package io.stoa.office.giftcards;

import org.jspecify.annotations.NullMarked;
