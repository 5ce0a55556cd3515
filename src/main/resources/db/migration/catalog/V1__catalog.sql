CREATE SCHEMA IF NOT EXISTS catalog;

-- Makes the look-up of misspelt words fast. Without the right to add it, search still forgives errors after the first letter.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'pg_trgm cannot be added: %', SQLERRM;
END
$$;

CREATE TABLE catalog.category (
    path   text PRIMARY KEY,
    slug   text NOT NULL UNIQUE,
    name   text NOT NULL,
    parent text REFERENCES catalog.category (path)
);

CREATE TABLE catalog.product (
    id           bigint PRIMARY KEY,
    code         text NOT NULL UNIQUE,
    version      bigint NOT NULL DEFAULT 1,
    status       text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    category     text NOT NULL REFERENCES catalog.category (path),
    brand        text,
    tax_category text NOT NULL,
    titles       jsonb NOT NULL,
    descriptions jsonb NOT NULL,
    attributes   jsonb NOT NULL,
    media        jsonb NOT NULL,
    first_sku    text NOT NULL,
    variants     int NOT NULL,
    digest       text NOT NULL
);

CREATE INDEX product_newest ON catalog.product (id DESC) WHERE status = 'PUBLISHED';

CREATE TABLE catalog.variant (
    sku        text PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES catalog.product (id),
    position   int NOT NULL,
    gtin       text,
    options    jsonb NOT NULL,
    offered    boolean NOT NULL
);

CREATE INDEX variant_by_product ON catalog.variant (product_id, position);
CREATE INDEX variant_by_gtin ON catalog.variant (lpad(gtin, 14, '0')) WHERE gtin IS NOT NULL;

-- A published product stands on its own shelf and on all above it, so that any shelf is one range of this key.
CREATE TABLE catalog.placement (
    category   text NOT NULL REFERENCES catalog.category (path),
    product_id bigint NOT NULL REFERENCES catalog.product (id),
    PRIMARY KEY (category, product_id)
);

CREATE INDEX placement_by_product ON catalog.placement (product_id);

-- What a published product is found by, in all its languages.
CREATE TABLE catalog.search (
    product_id bigint PRIMARY KEY REFERENCES catalog.product (id),
    words      tsvector NOT NULL
);

CREATE INDEX search_words ON catalog.search USING gin (words);

CREATE AGGREGATE catalog.all_words (tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

-- Every word of every title, for guessing what a misspelt one meant.
CREATE TABLE catalog.word (
    word text PRIMARY KEY
);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE INDEX word_similar ON catalog.word USING gist (word gist_trgm_ops);
    END IF;
END
$$;
