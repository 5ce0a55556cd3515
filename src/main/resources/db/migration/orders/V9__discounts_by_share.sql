-- Of which share an amount is what it came to, in basis points: receipts go on saying it.
ALTER TABLE orders.discount ADD COLUMN share int CHECK (share > 0);
