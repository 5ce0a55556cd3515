-- The back office looks for a card by the four characters that are printed last.
CREATE INDEX card_by_ending ON giftcards.card (ending, id);
