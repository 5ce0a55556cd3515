CREATE SCHEMA IF NOT EXISTS sms;

-- A text message from when it was written; its secret, sealed, only while it waits.
CREATE TABLE sms.message (
  id          bigint PRIMARY KEY,
  key         text NOT NULL UNIQUE,
  kind        text NOT NULL,
  recipient   text NOT NULL,
  words       text NOT NULL,
  secret      text,
  customer    bigint,
  state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'LAPSED')),
  attempts    integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  unclear     boolean NOT NULL DEFAULT false,
  due_at      timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  cause       text,
  written_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  CHECK ((state = 'WAITING') = (ended_at IS NULL)),
  CHECK ((state = 'WAITING') = (secret IS NOT NULL))
);

CREATE INDEX message_due ON sms.message (due_at) WHERE state = 'WAITING';
CREATE INDEX message_ended ON sms.message (ended_at) WHERE state <> 'WAITING';
CREATE INDEX message_customer ON sms.message (customer, id) WHERE customer IS NOT NULL;
