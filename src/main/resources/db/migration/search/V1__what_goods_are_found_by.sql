CREATE SCHEMA IF NOT EXISTS search;

-- One row for each published product: all that a search asks of it, so that no search joins anything. A projection: the
-- words come from the catalogue, the price from the web shop's list, the places from the stock.
CREATE TABLE search.article (
    product_id bigint   PRIMARY KEY,
    titles     text     NOT NULL, -- in all languages, each between bars
    words      tsvector NOT NULL, -- titles A, brand, shelves, traits and codes B, descriptions D
    named      tsvector NOT NULL, -- the same without descriptions: short, so that ranking is quick
    shelves    text[]   NOT NULL, -- its own path and all above it
    traits     text[]   NOT NULL, -- name and value, parted by U+001F
    skus       text[]   NOT NULL,
    first_sku  text     NOT NULL,
    price      bigint,            -- of the first SKU on the web, in minor units
    places     text[]   NOT NULL, -- where at least one piece is available
    in_stock   boolean  NOT NULL GENERATED ALWAYS AS (cardinality(places) > 0) STORED
);

CREATE INDEX article_words ON search.article USING gin (words) WITH (fastupdate = off);
CREATE INDEX article_shelves ON search.article USING gin (shelves) WITH (fastupdate = off);

CREATE AGGREGATE search.all_words (tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');
CREATE AGGREGATE search.all_of (tsquery) (SFUNC = tsquery_and, STYPE = tsquery);
CREATE AGGREGATE search.any_of (tsquery) (SFUNC = tsquery_or, STYPE = tsquery);

-- Every word of every title and trait, for guessing what a misspelt one meant. Its cuts are the word itself and the word
-- without one of its letters: two words that differ by one letter left out, added, changed or swapped share a cut.
CREATE TABLE search.word (
    word text   COLLATE "C" PRIMARY KEY,
    cuts text[] NOT NULL
);

CREATE INDEX word_cuts ON search.word USING gin (cuts) WITH (fastupdate = off);

-- More errors are found by common trigrams, where the extension may be had.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE INDEX word_similar ON search.word USING gin (word gin_trgm_ops) WITH (fastupdate = off);
    END IF;
END
$$;

-- Words that mean the same here. Each group by a name of the merchant's own.
CREATE TABLE search.synonym (
    name    text   PRIMARY KEY,
    words   text[] NOT NULL CHECK (cardinality(words) BETWEEN 2 AND 20),
    version bigint NOT NULL DEFAULT 1
);
