CREATE SCHEMA IF NOT EXISTS coupons;

-- How often it was used is counted here, under the lock of the row: the CHECK is the last word on the budget.
CREATE TABLE coupons.coupon (
    code        text        PRIMARY KEY,
    name        text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('PERCENT', 'AMOUNT')),
    value       bigint      NOT NULL CHECK (value > 0),
    currency    text,
    minimum     bigint      NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    valid_from  timestamptz,
    valid_until timestamptz,
    uses        int         CHECK (uses > 0),
    once        boolean     NOT NULL,
    active      boolean     NOT NULL,
    used        int         NOT NULL DEFAULT 0 CHECK (used >= 0),
    version     bigint      NOT NULL DEFAULT 1,
    CHECK (used <= uses)
);

-- Orders that use a coupon. Of the orders of one purchase one counts.
CREATE TABLE coupons.use (
    order_id bigint      PRIMARY KEY,
    coupon   text        NOT NULL REFERENCES coupons.coupon (code),
    purchase text        NOT NULL,
    buyer    text,
    minor    bigint      NOT NULL CHECK (minor >= 0),
    currency text        NOT NULL,
    counts   boolean     NOT NULL,
    once     boolean     NOT NULL,
    used_at  timestamptz NOT NULL
);

CREATE INDEX use_of_coupon ON coupons.use (coupon, order_id);
CREATE INDEX use_of_purchase ON coupons.use (coupon, purchase);
CREATE UNIQUE INDEX use_counts_once ON coupons.use (coupon, purchase) WHERE counts;
CREATE UNIQUE INDEX use_by_buyer_once ON coupons.use (coupon, buyer) WHERE counts AND once;
