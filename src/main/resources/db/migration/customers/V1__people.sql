CREATE SCHEMA IF NOT EXISTS customers;

CREATE TABLE customers.person (
  id            bigint PRIMARY KEY,
  external_id   text UNIQUE,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  folded_name   text NOT NULL,
  language      text NOT NULL,
  password_hash text,
  version       bigint NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT now()
);

-- Each word of a name is found by its beginning, without accents.
CREATE INDEX person_words ON customers.person USING gin (to_tsvector('simple', folded_name));

CREATE TABLE customers.identifier (
  kind     text NOT NULL CHECK (kind IN ('EMAIL', 'PHONE', 'CARD')),
  value    text NOT NULL,
  original text NOT NULL,
  person   bigint NOT NULL REFERENCES customers.person,
  position integer NOT NULL,
  PRIMARY KEY (kind, value)
);

CREATE INDEX identifier_person ON customers.identifier (person);
-- A telephone number is found by its last digits, as people say it without the country.
CREATE INDEX identifier_ending ON customers.identifier (reverse(value) text_pattern_ops) WHERE kind <> 'EMAIL';

CREATE TABLE customers.address (
  person   bigint NOT NULL REFERENCES customers.person,
  position integer NOT NULL,
  name     text,
  line1    text NOT NULL,
  line2    text,
  city     text NOT NULL,
  region   text,
  postcode text NOT NULL,
  country  text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  PRIMARY KEY (person, position)
);
