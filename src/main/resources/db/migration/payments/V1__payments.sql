CREATE SCHEMA IF NOT EXISTS payments;

-- One row per attempt to be paid. The amounts repeat the sums of payments.entry; "…ing" amounts are reserved by a
-- movement whose answer is not known yet, so that two of them can never promise the same cent.
CREATE TABLE payments.payment (
    id             bigint      PRIMARY KEY,
    order_id       bigint      NOT NULL,
    tender         text        NOT NULL CHECK (tender IN ('CARD', 'CASH', 'HOSTED')),
    gateway_key    text        NOT NULL,
    reference      text,
    currency       text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount         bigint      NOT NULL CHECK (amount > 0),
    state          text        NOT NULL CHECK (state IN
                   ('OPENED', 'ATTEMPTING', 'PENDING', 'UNKNOWN', 'AUTHORISED', 'DECLINED', 'CAPTURED', 'RELEASED')),
    authorised     bigint      NOT NULL DEFAULT 0,
    captured       bigint      NOT NULL DEFAULT 0 CHECK (captured >= 0),
    capturing      bigint      NOT NULL DEFAULT 0 CHECK (capturing >= 0),
    released       bigint      NOT NULL DEFAULT 0 CHECK (released >= 0),
    releasing      bigint      NOT NULL DEFAULT 0 CHECK (releasing >= 0),
    refunded       bigint      NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    refunding      bigint      NOT NULL DEFAULT 0 CHECK (refunding >= 0),
    release_wanted boolean     NOT NULL DEFAULT false,
    releases       int         NOT NULL DEFAULT 0,
    reason         text,
    redirect       text,
    version        bigint      NOT NULL DEFAULT 1,
    asks           int         NOT NULL DEFAULT 0,
    next_ask_at    timestamptz,
    attempted_at   timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    CHECK (authorised IN (0, amount)),
    CHECK (captured + capturing + released + releasing <= authorised),
    CHECK (refunded + refunding <= captured),
    CHECK (state NOT IN ('OPENED', 'ATTEMPTING', 'PENDING', 'UNKNOWN', 'DECLINED') OR authorised = 0),
    CHECK (state <> 'AUTHORISED' OR captured + released < authorised),
    CHECK (state <> 'CAPTURED' OR (captured > 0 AND captured + released = authorised)),
    CHECK (state <> 'RELEASED' OR (captured = 0 AND released = authorised))
);

CREATE INDEX payment_by_order ON payments.payment (order_id);
CREATE INDEX payment_to_ask ON payments.payment (next_ask_at) WHERE next_ask_at IS NOT NULL;

-- Captures, releases and refunds by the caller's id: written before the provider is called, ended by its answer.
CREATE TABLE payments.movement (
    id          text        PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
    payment_id  bigint      NOT NULL REFERENCES payments.payment (id),
    kind        text        NOT NULL CHECK (kind IN ('CAPTURE', 'RELEASE', 'REFUND')),
    amount      bigint      NOT NULL CHECK (amount > 0),
    reason      text,
    state       text        NOT NULL CHECK (state IN ('ATTEMPTING', 'UNKNOWN', 'DONE', 'REFUSED')),
    asks        int         NOT NULL DEFAULT 0,
    next_ask_at timestamptz,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    CHECK ((state IN ('DONE', 'REFUSED')) = (ended_at IS NOT NULL)),
    CHECK ((state IN ('DONE', 'REFUSED')) = (next_ask_at IS NULL))
);

CREATE INDEX movement_by_payment ON payments.movement (payment_id);
CREATE INDEX movement_to_ask ON payments.movement (next_ask_at) WHERE next_ask_at IS NOT NULL;

-- The ledger: every cent that was promised, taken, let go or given back. Only ever appended to.
CREATE TABLE payments.entry (
    payment_id bigint      NOT NULL REFERENCES payments.payment (id),
    kind       text        NOT NULL CHECK (kind IN ('AUTHORISED', 'CAPTURED', 'RELEASED', 'REFUNDED')),
    cause      text        NOT NULL,
    amount     bigint      NOT NULL CHECK (amount > 0),
    currency   text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (payment_id, kind, cause)
);

CREATE FUNCTION payments.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger of payments is only appended to';
END $$;

CREATE TRIGGER entry_is_final BEFORE UPDATE OR DELETE ON payments.entry
    FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change();
