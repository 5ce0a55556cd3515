-- Who is selling an open cart in orders that do not name it, such as a till, and until when no order may name it.
ALTER TABLE orders.cart ADD COLUMN claimed_by text, ADD COLUMN claimed_until timestamptz;
