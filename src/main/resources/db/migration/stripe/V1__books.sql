CREATE SCHEMA IF NOT EXISTS stripe;

-- What payments asked of Stripe, written before Stripe is asked. A page that is lost on the way is made again, under the next
-- try. "taken" is what Stripe took; it is more than "captured" when only part of an order has left so far.
CREATE TABLE stripe.hold (
    key       text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    order_id  bigint      NOT NULL,
    currency  text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount    bigint      NOT NULL CHECK (amount > 0),
    tries     int         NOT NULL DEFAULT 1,
    session   text        UNIQUE,
    intent    text        UNIQUE,
    refused   text,
    taken     bigint      NOT NULL DEFAULT 0 CHECK (taken >= 0),
    captured  bigint      NOT NULL DEFAULT 0 CHECK (captured >= 0),
    released  bigint      NOT NULL DEFAULT 0 CHECK (released >= 0),
    refunded  bigint      NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    at        timestamptz NOT NULL,
    CHECK (captured + released <= amount),
    CHECK (captured <= taken AND taken <= amount),
    CHECK (refunded <= captured)
);

-- One call to Stripe at a time about one payment; "call" is what it needs there, which may be nothing.
CREATE TABLE stripe.movement (
    key         text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 320),
    hold_key    text        NOT NULL REFERENCES stripe.hold (key),
    kind        text        NOT NULL CHECK (kind IN ('CAPTURE', 'RELEASE', 'REFUND')),
    amount      bigint      NOT NULL CHECK (amount > 0),
    call        text        NOT NULL CHECK (call IN ('CAPTURE', 'CANCEL', 'REFUND', 'NONE')),
    call_amount bigint      NOT NULL CHECK (call_amount >= 0),
    tries       int         NOT NULL DEFAULT 1,
    state       text        NOT NULL CHECK (state IN ('ASKED', 'DONE', 'REFUSED')),
    reason      text,
    at          timestamptz NOT NULL
);

CREATE UNIQUE INDEX movement_under_way ON stripe.movement (hold_key) WHERE state = 'ASKED';
