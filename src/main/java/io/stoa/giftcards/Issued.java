package io.stoa.giftcards;

import java.util.Optional;

/**
 * A card that was issued. The code is shown this once; when the same wish comes again it is gone, and whoever did not get it
 * blocks the card and issues another.
 */
public record Issued(GiftCard card, Optional<GiftCode> code) {}
