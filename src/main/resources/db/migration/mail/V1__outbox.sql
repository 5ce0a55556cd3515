CREATE SCHEMA IF NOT EXISTS mail;

-- A message from when it was written; its secret, sealed, only until it is sent or of no use.
CREATE TABLE mail.message (
  id          bigint PRIMARY KEY,
  key         text NOT NULL UNIQUE,
  kind        text NOT NULL,
  message_id  text NOT NULL UNIQUE,
  recipient   text NOT NULL,
  name        text,
  language    text NOT NULL,
  subject     text NOT NULL,
  html        text NOT NULL,
  plain       text NOT NULL,
  secret      text,
  customer    bigint,
  order_id    bigint,
  state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'LAPSED')),
  attempts    integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  due_at      timestamptz NOT NULL,
  valid_until timestamptz,
  cause       text,
  written_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  CHECK ((state = 'WAITING') = (ended_at IS NULL)),
  CHECK (secret IS NULL OR state IN ('WAITING', 'FAILED'))
);

CREATE INDEX message_due ON mail.message (due_at) WHERE state = 'WAITING';
CREATE INDEX message_state ON mail.message (state, id);
CREATE INDEX message_ended ON mail.message (ended_at) WHERE state <> 'WAITING';
CREATE INDEX message_customer ON mail.message (customer, id) WHERE customer IS NOT NULL;
