-- One order may be sent in part and collected in part: its lines say which (docs/decisions/0018). Where all lines go one way
-- the order says it alone.
ALTER TABLE orders.orders DROP CONSTRAINT orders_delivery_check;
ALTER TABLE orders.orders
    ADD CONSTRAINT orders_delivery_check CHECK (delivery IN ('SHIP', 'COLLECT', 'TAKE_AWAY', 'MIXED'));
ALTER TABLE orders.line ADD COLUMN delivery text CHECK (delivery IN ('SHIP', 'COLLECT'));
