-- Counts the changes of an account. Somebody who was invited has no password yet.
ALTER TABLE staff.account ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE staff.account ALTER COLUMN password_hash DROP NOT NULL;

-- A link by which somebody chooses a password, once. We keep its hash; a newer link takes the place of the one before.
CREATE TABLE staff.password_link (
  login   text PRIMARY KEY REFERENCES staff.account (login),
  token   bytea NOT NULL UNIQUE CHECK (length(token) = 32),
  ends_at timestamptz NOT NULL
);
