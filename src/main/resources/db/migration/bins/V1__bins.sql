CREATE SCHEMA IF NOT EXISTS bins;

-- Where a SKU is found at a place; a row without a bin once had one.
CREATE TABLE bins.bin (
    location text   COLLATE "C" NOT NULL,
    sku      text   COLLATE "C" NOT NULL,
    bin      text   CHECK (length(bin) BETWEEN 1 AND 20),
    version  bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (location, sku)
);
