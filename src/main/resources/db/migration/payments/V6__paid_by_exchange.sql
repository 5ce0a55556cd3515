ALTER TABLE payments.payment DROP CONSTRAINT payment_tender_check;
ALTER TABLE payments.payment ADD CONSTRAINT payment_tender_check
    CHECK (tender IN ('CARD', 'CASH', 'HOSTED', 'GIFT_CARD', 'EXCHANGE'));
