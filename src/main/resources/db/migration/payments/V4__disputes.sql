-- A customer told the bank that a payment was not right. As the provider tells it; it decides, Stoa shows.
CREATE TABLE payments.dispute (
    id         text        PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
    payment_id bigint      NOT NULL REFERENCES payments.payment (id),
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount     bigint      NOT NULL CHECK (amount > 0),
    reason     text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ANSWER_WANTED', 'BEING_LOOKED_AT', 'WON', 'LOST')),
    answer_by  timestamptz,
    version    bigint      NOT NULL DEFAULT 1,
    opened_at  timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE INDEX dispute_by_payment ON payments.dispute (payment_id);
