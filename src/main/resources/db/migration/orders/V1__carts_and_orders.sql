CREATE SCHEMA IF NOT EXISTS orders;

-- A cart is one row: its lines are a JSON object {"SKU": [pieces, added at, in epoch milliseconds]}.
CREATE TABLE orders.cart (
    id         bigint      PRIMARY KEY,
    customer   bigint,
    channel    text        NOT NULL,
    location   text,
    currency   text        NOT NULL,
    lines      jsonb       NOT NULL DEFAULT '{}',
    delivery   json,
    state      text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ORDERED', 'MERGED')),
    order_id   bigint,
    version    bigint      NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 80);

-- One cart per customer across all doors.
CREATE UNIQUE INDEX cart_of_customer ON orders.cart (customer) WHERE state = 'OPEN' AND customer IS NOT NULL;

CREATE TABLE orders.orders (
    id              bigint      PRIMARY KEY,
    idempotency_key text        NOT NULL UNIQUE,
    request_hash    text        NOT NULL,
    customer        bigint,
    channel         text        NOT NULL,
    location        text,
    actor           text        NOT NULL,
    currency        text        NOT NULL,
    total           bigint      NOT NULL CHECK (total >= 0),
    tax             bigint      NOT NULL,
    delivery        text        NOT NULL CHECK (delivery IN ('SHIP', 'COLLECT', 'TAKE_AWAY')),
    parts           json        NOT NULL,
    explanation     json        NOT NULL,
    payment         bigint,
    state           text        NOT NULL CHECK (state IN ('AWAITING_PAYMENT', 'PLACED', 'FULFILLED', 'CANCELLED', 'EXPIRED')),
    version         bigint      NOT NULL DEFAULT 1,
    placed_at       timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX orders_open ON orders.orders (state, id) WHERE state IN ('AWAITING_PAYMENT', 'PLACED');
CREATE INDEX orders_of_customer ON orders.orders (customer, id) WHERE customer IS NOT NULL;

CREATE TABLE orders.line (
    order_id  bigint NOT NULL,
    line      int    NOT NULL,
    sku       text   NOT NULL,
    title     text   NOT NULL,
    quantity  int    NOT NULL CHECK (quantity > 0),
    unit      bigint NOT NULL,
    tax       bigint NOT NULL,
    gross     bigint NOT NULL,
    cancelled int    NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
    fulfilled int    NOT NULL DEFAULT 0 CHECK (fulfilled >= 0),
    returned  int    NOT NULL DEFAULT 0 CHECK (returned >= 0),
    PRIMARY KEY (order_id, line),
    CHECK (cancelled + fulfilled <= quantity),
    CHECK (returned <= fulfilled)
) WITH (fillfactor = 80);

-- Who the order is for and where it goes: personal data, kept apart so that it can be erased.
CREATE TABLE orders.contact (
    order_id bigint PRIMARY KEY,
    name     text,
    email    text,
    phone    text,
    address  json
);
