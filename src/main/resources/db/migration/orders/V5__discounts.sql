-- What is taken off the cart: its coupon, and what an associate gives.
ALTER TABLE orders.cart ADD COLUMN discounts json;

-- What was taken off a line at the price that was shown: with the tax where that is inside the unit price, else without.
ALTER TABLE orders.line ADD COLUMN discount bigint NOT NULL DEFAULT 0 CHECK (discount >= 0);

-- Why, and who allowed it. Written with the order and never changed.
CREATE TABLE orders.discount (
    order_id bigint NOT NULL,
    line     int    NOT NULL,
    place    int    NOT NULL,
    kind     text   NOT NULL CHECK (kind IN ('PERCENT', 'EACH', 'AMOUNT')),
    value    bigint NOT NULL CHECK (value > 0),
    reason   text   NOT NULL,
    note     text,
    approver text,
    minor    bigint NOT NULL CHECK (minor > 0),
    PRIMARY KEY (order_id, line, place)
);
