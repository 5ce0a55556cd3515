/**
 * Gift cards: money that is owed to whoever knows a code. Each cent of a card is spent once, whichever doors ask at the same
 * moment: a hold is checked and taken in one statement, and the table repeats the rule. Codes are kept as hashes only. Start at
 * {@link io.stoa.giftcards.GiftCards}; payments reach the cards through {@code GiftCardGateway}, as they reach any provider.
 */
@NullMarked
@CheckReturnValue
package io.stoa.giftcards;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
