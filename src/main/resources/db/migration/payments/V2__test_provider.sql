-- What the test card provider knows by itself. It stands for another company's books: payments never reads it.
CREATE SCHEMA IF NOT EXISTS testgateway;

CREATE TABLE testgateway.charge (
    key       text        PRIMARY KEY,
    reference text        NOT NULL UNIQUE,
    token     text        NOT NULL,
    currency  text        NOT NULL,
    amount    bigint      NOT NULL CHECK (amount > 0),
    state     text        NOT NULL CHECK (state IN ('APPROVED', 'DECLINED', 'AWAITED')),
    captured  bigint      NOT NULL DEFAULT 0,
    released  bigint      NOT NULL DEFAULT 0,
    refunded  bigint      NOT NULL DEFAULT 0,
    at        timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE testgateway.movement (
    key       text        PRIMARY KEY,
    reference text        NOT NULL REFERENCES testgateway.charge (reference),
    kind      text        NOT NULL CHECK (kind IN ('CAPTURE', 'RELEASE', 'REFUND')),
    amount    bigint      NOT NULL CHECK (amount > 0),
    approved  boolean     NOT NULL,
    at        timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX movement_by_reference ON testgateway.movement (reference);
