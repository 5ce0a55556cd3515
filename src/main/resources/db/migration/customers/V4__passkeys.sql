-- The public half of a key that a device of the customer keeps; there is nothing to steal here.
CREATE TABLE customers.passkey (
  id         bigint PRIMARY KEY,
  person     bigint NOT NULL REFERENCES customers.person,
  credential bytea NOT NULL UNIQUE,
  data       bytea NOT NULL,
  counter    bigint NOT NULL,
  eligible   boolean NOT NULL,
  backed_up  boolean NOT NULL,
  device     text NOT NULL,
  made_at    timestamptz NOT NULL,
  used_at    timestamptz
);

CREATE INDEX passkey_person ON customers.passkey (person);

-- What a device was asked to sign: once, for minutes.
CREATE TABLE customers.challenge (
  proof   bytea PRIMARY KEY,
  person  bigint REFERENCES customers.person,
  ends_at timestamptz NOT NULL
);

CREATE INDEX challenge_ends ON customers.challenge (ends_at);
