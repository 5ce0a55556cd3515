CREATE SCHEMA IF NOT EXISTS events;

CREATE SEQUENCE events.log_seq;

-- Append-only. The column order matters: a row's transaction id is taken before its number, see io.stoa.events.Frontier.
CREATE TABLE events.log (
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq         bigint      NOT NULL DEFAULT nextval('events.log_seq'),
    type        text        NOT NULL,
    key         text        NOT NULL,
    key_version bigint      NOT NULL,
    customer    bigint,
    order_id    bigint,
    channel     text        NOT NULL,
    location    text,
    actor       text        NOT NULL,
    payload     json        NOT NULL,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);

CREATE INDEX log_by_key ON events.log (key, seq);
CREATE INDEX log_by_order ON events.log (order_id, seq) WHERE order_id IS NOT NULL;
CREATE INDEX log_by_customer ON events.log (customer, seq) WHERE customer IS NOT NULL;

CREATE TABLE events.cursor (
    name       text        PRIMARY KEY,
    seq        bigint      NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- Keys that a listener could not handle: set aside while it is retried, parked when it is given up.
CREATE TABLE events.aside (
    cursor    text        NOT NULL REFERENCES events.cursor (name),
    key       text        NOT NULL,
    from_seq  bigint      NOT NULL,
    attempts  int         NOT NULL,
    cause     text        NOT NULL,
    retry_at  timestamptz NOT NULL,
    parked_at timestamptz,
    PRIMARY KEY (cursor, key)
);
