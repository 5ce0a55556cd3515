-- What was mailed to let somebody in: of a code or link only a keyed hash, the key is not in this database.
CREATE TABLE customers.code (
  id       bigint PRIMARY KEY,
  purpose  text NOT NULL CHECK (purpose IN ('SIGN_IN', 'SIGN_UP', 'PASSWORD')),
  email    text NOT NULL,
  person   bigint REFERENCES customers.person,
  proof    bytea NOT NULL,
  wish     text,
  attempts integer NOT NULL DEFAULT 0,
  open     boolean NOT NULL DEFAULT true,
  made_at  timestamptz NOT NULL,
  ends_at  timestamptz NOT NULL,
  CHECK ((purpose = 'SIGN_UP') = (person IS NULL)),
  CHECK ((purpose = 'SIGN_UP') = (wish IS NOT NULL))
);

CREATE INDEX code_email ON customers.code (email, purpose, id);
CREATE INDEX code_proof ON customers.code (proof) WHERE open;
CREATE INDEX code_person ON customers.code (person) WHERE open;
CREATE INDEX code_ends ON customers.code (ends_at);
