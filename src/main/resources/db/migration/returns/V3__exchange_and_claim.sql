-- Whether goods come back for money (RETURN), for other goods (EXCHANGE), or the money does without them (CLAIM). What is
-- "kept" waits to pay for what the customer takes instead; "exchanged" does. The rest goes back as before.
ALTER TABLE returns.document
    ADD COLUMN kind      text    NOT NULL DEFAULT 'RETURN' CHECK (kind IN ('RETURN', 'EXCHANGE', 'CLAIM')),
    ADD COLUMN kept      boolean NOT NULL DEFAULT false,
    ADD COLUMN exchanged bigint  NOT NULL DEFAULT 0 CHECK (exchanged >= 0),
    DROP CONSTRAINT document_check,
    DROP CONSTRAINT document_check1,
    DROP CONSTRAINT document_check2,
    DROP CONSTRAINT document_check3,
    ADD CONSTRAINT no_more_than_its_worth CHECK (refunded + exchanged <= worth),
    ADD CONSTRAINT settled_when_all_is_back CHECK (state <> 'REFUNDED' OR refunded + exchanged = worth),
    ADD CONSTRAINT due_until_then CHECK (state = 'RECEIVED' OR (next_try_at IS NULL AND NOT kept)),
    ADD CONSTRAINT tried_unless_kept CHECK (state <> 'RECEIVED' OR kept OR next_try_at IS NOT NULL),
    ADD CONSTRAINT received_somewhere CHECK (state IN ('REQUESTED', 'CANCELLED') OR location IS NOT NULL OR kind = 'CLAIM');

-- What of a return pays for an order; without a return it was refused. The books are like those of gift cards.
CREATE TABLE returns.hold (
    key       text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    return_id bigint      REFERENCES returns.document (id),
    order_id  bigint      NOT NULL,
    currency  text        NOT NULL,
    amount    bigint      NOT NULL CHECK (amount > 0),
    spent     bigint      NOT NULL DEFAULT 0 CHECK (spent >= 0),
    released  bigint      NOT NULL DEFAULT 0 CHECK (released >= 0),
    refunded  bigint      NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    at        timestamptz NOT NULL,
    CHECK (spent + released <= amount),
    CHECK (refunded <= spent),
    CHECK (return_id IS NOT NULL OR spent + released + refunded = 0)
);

CREATE INDEX hold_of_return ON returns.hold (return_id);
CREATE INDEX hold_of_order ON returns.hold (order_id);

CREATE TABLE returns.movement (
    key      text        PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
    hold_key text        NOT NULL REFERENCES returns.hold (key),
    kind     text        NOT NULL CHECK (kind IN ('CAPTURE', 'RELEASE', 'REFUND')),
    amount   bigint      NOT NULL CHECK (amount > 0),
    approved boolean     NOT NULL,
    at       timestamptz NOT NULL
);
