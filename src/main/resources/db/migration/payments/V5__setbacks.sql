-- What a provider undid by itself: a refund that came back, held money that is free again. It decides, Stoa shows.
CREATE TABLE payments.setback (
    id         text        PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
    payment_id bigint      NOT NULL REFERENCES payments.payment (id),
    kind       text        NOT NULL CHECK (kind IN ('REFUND_FAILED', 'HOLD_LAPSED')),
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount     bigint      NOT NULL CHECK (amount > 0),
    heard_at   timestamptz NOT NULL
);

CREATE INDEX setback_by_payment ON payments.setback (payment_id);
