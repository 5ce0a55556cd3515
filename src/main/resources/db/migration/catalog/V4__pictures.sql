-- Photographs of articles, named by the hash of their bytes, so that an address never shows another picture.
CREATE TABLE catalog.picture (
    hash    text PRIMARY KEY,
    type    text NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
    content bytea NOT NULL
);
