CREATE SCHEMA IF NOT EXISTS wishes;

-- What somebody would like to have, newest first. The owner is a customer (c:ID) or a guest's browser (g:ID).
CREATE TABLE wishes.wish (
    owner text        COLLATE "C" NOT NULL,
    sku   text        COLLATE "C" NOT NULL,
    at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (owner, sku)
);

CREATE INDEX wish_of_guests ON wishes.wish (at) WHERE owner LIKE 'g:%';
