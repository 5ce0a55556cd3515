CREATE SCHEMA IF NOT EXISTS push;

-- By which push services know this house; sealed, one row.
CREATE TABLE push.house_key (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    sealed text    NOT NULL
);

-- A browser that can be told something.
CREATE TABLE push.subscription (
    id       bigint      PRIMARY KEY,
    endpoint text        NOT NULL UNIQUE,
    p256dh   text        NOT NULL,
    auth     text        NOT NULL,
    language text        NOT NULL,
    since    timestamptz NOT NULL
);

CREATE TABLE push.interest (
    subscription bigint NOT NULL REFERENCES push.subscription ON DELETE CASCADE,
    topic        text   NOT NULL,
    PRIMARY KEY (topic, subscription)
);
CREATE INDEX interest_subscription ON push.interest (subscription);

-- The outbox. What was sent keeps its key only.
CREATE TABLE push.message (
    id           bigint      PRIMARY KEY,
    subscription bigint      NOT NULL REFERENCES push.subscription ON DELETE CASCADE,
    key          text        NOT NULL,
    payload      text        NOT NULL,
    state        text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
    attempts     integer     NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    cause        text,
    UNIQUE (subscription, key)
);
CREATE INDEX message_due ON push.message (due_at) WHERE state = 'WAITING';
