-- What a shelf is called, by language; its path is its key and stays, and so does its address.
ALTER TABLE catalog.category ADD COLUMN names jsonb NOT NULL DEFAULT '{}';
ALTER TABLE catalog.category ADD COLUMN version bigint NOT NULL DEFAULT 1;
