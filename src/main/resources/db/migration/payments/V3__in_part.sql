-- Several payments may pay one order together: a gift card, coins and a card. Each of those is a part.
ALTER TABLE payments.payment ADD COLUMN in_part boolean NOT NULL DEFAULT false;
ALTER TABLE payments.payment DROP CONSTRAINT payment_tender_check;
ALTER TABLE payments.payment ADD CONSTRAINT payment_tender_check
    CHECK (tender IN ('CARD', 'CASH', 'HOSTED', 'GIFT_CARD'));
