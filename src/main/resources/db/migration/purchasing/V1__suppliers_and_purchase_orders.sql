CREATE SCHEMA IF NOT EXISTS purchasing;

CREATE TABLE purchasing.supplier (
    id        bigint PRIMARY KEY,
    name      text   NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    email     text,
    lead_days int    NOT NULL CHECK (lead_days BETWEEN 0 AND 730),
    version   bigint NOT NULL
);

-- What a supplier is asked for. What is still to come is in transit in inventory.stock while it is placed.
CREATE TABLE purchasing.purchase_order (
    id         bigint      PRIMARY KEY,
    key        text        NOT NULL UNIQUE,
    supplier   bigint      NOT NULL REFERENCES purchasing.supplier (id),
    location   text        COLLATE "C" NOT NULL,
    currency   text        NOT NULL,
    expected   date,
    state      text        NOT NULL CHECK (state IN ('DRAFTED', 'PLACED', 'RECEIVED', 'CLOSED', 'CALLED_OFF')),
    version    bigint      NOT NULL DEFAULT 1,
    drafted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    placed_at  timestamptz,
    ended_at   timestamptz
);

CREATE INDEX purchase_order_state ON purchasing.purchase_order (state, id);

-- Good and damaged are what came so far; together they may be more than was ordered.
CREATE TABLE purchasing.line (
    purchase_order bigint NOT NULL REFERENCES purchasing.purchase_order (id),
    sku            text   COLLATE "C" NOT NULL,
    ordered        int    NOT NULL CHECK (ordered > 0),
    cost           bigint CHECK (cost >= 0),
    good           int    NOT NULL DEFAULT 0 CHECK (good >= 0),
    damaged        int    NOT NULL DEFAULT 0 CHECK (damaged >= 0),
    PRIMARY KEY (purchase_order, sku)
);

CREATE INDEX line_sku ON purchasing.line (sku);

-- What somebody counted, once for each key.
CREATE TABLE purchasing.receipt (
    purchase_order bigint      NOT NULL REFERENCES purchasing.purchase_order (id),
    key            text        NOT NULL,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_by    text        NOT NULL,
    goods          jsonb       NOT NULL,
    PRIMARY KEY (purchase_order, key)
);
