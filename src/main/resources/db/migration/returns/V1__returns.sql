CREATE SCHEMA IF NOT EXISTS returns;

-- One document for goods that come back, whatever the door. "worth" is what the customer gets back, "refunded" what the
-- providers have confirmed; while they differ, the rest is due and tried again.
CREATE TABLE returns.document (
    id          bigint      PRIMARY KEY,
    key         text        NOT NULL UNIQUE,
    order_id    bigint      NOT NULL,
    customer    bigint,
    channel     text        NOT NULL,
    location    text,
    state       text        NOT NULL CHECK (state IN ('REQUESTED', 'RECEIVED', 'REFUNDED', 'CANCELLED')),
    currency    text        NOT NULL,
    worth       bigint      NOT NULL DEFAULT 0 CHECK (worth >= 0),
    refunded    bigint      NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    version     bigint      NOT NULL DEFAULT 1,
    tries       int         NOT NULL DEFAULT 0,
    next_try_at timestamptz,
    opened_at   timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CHECK (refunded <= worth),
    CHECK (state <> 'REFUNDED' OR refunded = worth),
    CHECK ((state = 'RECEIVED') = (next_try_at IS NOT NULL)),
    CHECK (state IN ('REQUESTED', 'CANCELLED') OR location IS NOT NULL)
) WITH (fillfactor = 80);

CREATE INDEX document_of_order ON returns.document (order_id, id);
CREATE INDEX document_due ON returns.document (next_try_at) WHERE next_try_at IS NOT NULL;

CREATE TABLE returns.line (
    return_id   bigint NOT NULL REFERENCES returns.document (id),
    line        int    NOT NULL,
    sku         text   NOT NULL,
    title       text   NOT NULL,
    quantity    int    NOT NULL CHECK (quantity > 0),
    reason      text   NOT NULL,
    disposition text,
    PRIMARY KEY (return_id, line)
);

-- Refunds asked for: begun in the transaction that asks, ended by what the provider says.
CREATE TABLE returns.refund (
    return_id  bigint NOT NULL REFERENCES returns.document (id),
    number     int    NOT NULL,
    payment_id bigint NOT NULL,
    amount     bigint NOT NULL CHECK (amount > 0),
    state      text   NOT NULL CHECK (state IN ('BEGUN', 'DONE', 'REFUSED')),
    PRIMARY KEY (return_id, number)
);
