CREATE SCHEMA IF NOT EXISTS giftcards;

-- A code is money: only its hash and its last characters are kept. The amounts repeat the sums of giftcards.entry and of the
-- open holds, so that two buyers can never spend the same cent.
CREATE TABLE giftcards.card (
    id        bigint      PRIMARY KEY,
    key       text        NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 400),
    code_hash bytea       NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    ending    text        NOT NULL CHECK (length(ending) = 4),
    currency  text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    loaded    bigint      NOT NULL CHECK (loaded > 0),
    balance   bigint      NOT NULL CHECK (balance >= 0),
    held      bigint      NOT NULL DEFAULT 0 CHECK (held >= 0),
    blocked   boolean     NOT NULL DEFAULT false,
    version   bigint      NOT NULL DEFAULT 1,
    issued_at timestamptz NOT NULL,
    CHECK (held <= balance)
);

-- What payments asked for, by their key, and what was answered: a repeated key gets the first answer.
CREATE TABLE giftcards.hold (
    key      text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    card_id  bigint      REFERENCES giftcards.card (id),
    currency text        NOT NULL,
    amount   bigint      NOT NULL CHECK (amount > 0),
    spent    bigint      NOT NULL DEFAULT 0 CHECK (spent >= 0),
    released bigint      NOT NULL DEFAULT 0 CHECK (released >= 0),
    refunded bigint      NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    at       timestamptz NOT NULL,
    CHECK (spent + released <= amount),
    CHECK (refunded <= spent),
    CHECK (card_id IS NOT NULL OR spent + released + refunded = 0)
);

CREATE INDEX hold_by_card ON giftcards.hold (card_id);

CREATE TABLE giftcards.movement (
    key      text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    hold_key text        NOT NULL REFERENCES giftcards.hold (key),
    kind     text        NOT NULL CHECK (kind IN ('CAPTURE', 'RELEASE', 'REFUND')),
    amount   bigint      NOT NULL CHECK (amount > 0),
    approved boolean     NOT NULL,
    at       timestamptz NOT NULL
);

-- The ledger of a card: every cent that was loaded, spent or given back. Only ever appended to.
CREATE TABLE giftcards.entry (
    card_id bigint      NOT NULL REFERENCES giftcards.card (id),
    kind    text        NOT NULL CHECK (kind IN ('LOADED', 'SPENT', 'REFUNDED')),
    cause   text        NOT NULL,
    amount  bigint      NOT NULL CHECK (amount > 0),
    at      timestamptz NOT NULL,
    PRIMARY KEY (card_id, kind, cause)
);

CREATE FUNCTION giftcards.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger of gift cards is only appended to';
END $$;

CREATE TRIGGER entry_is_final BEFORE UPDATE OR DELETE ON giftcards.entry
    FOR EACH STATEMENT EXECUTE FUNCTION giftcards.refuse_change();
