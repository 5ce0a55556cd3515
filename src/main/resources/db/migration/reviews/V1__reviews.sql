CREATE SCHEMA IF NOT EXISTS reviews;

-- What somebody who has the article says about it: once for each order, in their own words or by stars alone.
CREATE TABLE reviews.review (
    id         bigint      PRIMARY KEY,
    product    bigint      NOT NULL,
    order_id   bigint      NOT NULL,
    stars      int         NOT NULL CHECK (stars BETWEEN 1 AND 5),
    words      text        NOT NULL CHECK (length(words) <= 2000),
    name       text        NOT NULL CHECK (length(name) <= 60),
    language   text        NOT NULL,
    hidden     boolean     NOT NULL DEFAULT false,
    written_at timestamptz NOT NULL,
    version    bigint      NOT NULL DEFAULT 1,
    UNIQUE (order_id, product)
);

CREATE INDEX review_shown ON reviews.review (product, id DESC) INCLUDE (stars) WHERE NOT hidden;
CREATE INDEX review_stars ON reviews.review (stars, id DESC);
CREATE INDEX review_hidden ON reviews.review (id DESC) WHERE hidden;

-- Counts the events of a product's reviews.
CREATE TABLE reviews.product (
    product bigint PRIMARY KEY,
    version bigint NOT NULL DEFAULT 1
);
