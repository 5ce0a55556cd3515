CREATE SCHEMA IF NOT EXISTS access;

-- Who is signed in where. The browser holds the token, we only its hash. No row for who only looks around.
CREATE TABLE access.sign_in (
  id        bigint PRIMARY KEY,
  token     bytea NOT NULL UNIQUE CHECK (length(token) = 32),
  entrance  text NOT NULL CHECK (entrance IN ('STAFF', 'SHOP')),
  actor     text NOT NULL,
  device    text NOT NULL,
  opened_at timestamptz NOT NULL,
  seen_at   timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL
);

CREATE INDEX sign_in_actor ON access.sign_in (actor);
CREATE INDEX sign_in_ends ON access.sign_in (ends_at);
