CREATE SCHEMA IF NOT EXISTS staff;

CREATE TABLE staff.account (
  login         text PRIMARY KEY CHECK (login ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  password_hash text NOT NULL,
  roles         text[] NOT NULL CHECK (cardinality(roles) > 0),
  home          text,
  open          boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL DEFAULT now()
);

-- The token itself is shown once and never kept: a copy of this table opens no door.
CREATE TABLE staff.token (
  id         bigint PRIMARY KEY,
  hash       bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
  channels   text[] NOT NULL CHECK (cardinality(channels) > 0),
  location   text,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
