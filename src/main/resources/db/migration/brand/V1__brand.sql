CREATE SCHEMA IF NOT EXISTS brand;

-- Every kit that ever was: the newest counts, any older one can be put on again.
CREATE TABLE brand.kit (
    version bigint PRIMARY KEY CHECK (version > 0),
    kit     jsonb NOT NULL,
    actor   text NOT NULL,
    at      timestamptz NOT NULL
);

-- Named by the hash of their bytes, so that an address never shows another picture.
CREATE TABLE brand.logo (
    hash    text PRIMARY KEY,
    type    text NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/svg+xml')),
    content bytea NOT NULL
);
