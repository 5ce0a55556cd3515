ALTER TABLE customers.person ADD COLUMN store text;
ALTER TABLE customers.person ADD COLUMN receipts boolean NOT NULL DEFAULT false;
