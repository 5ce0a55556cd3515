CREATE SCHEMA IF NOT EXISTS pricing;

CREATE TABLE pricing.list (
    id           text PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 1,
    currency     text NOT NULL CHECK (length(currency) = 3),
    price_group  text,
    tax_included boolean NOT NULL,
    valid_from   timestamptz,
    valid_until  timestamptz,
    CHECK (valid_from < valid_until)
);

CREATE TABLE pricing.price (
    sku     text NOT NULL,
    list    text NOT NULL REFERENCES pricing.list (id),
    minor   bigint NOT NULL CHECK (minor >= 0),
    version bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (sku, list)
);

CREATE TABLE pricing.tax (
    price_group  text NOT NULL,
    category     text NOT NULL,
    basis_points int NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
    version      bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (price_group, category)
);
