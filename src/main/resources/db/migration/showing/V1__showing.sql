CREATE SCHEMA IF NOT EXISTS showing;

-- How a cart was shown at a till last. The code is worth something for minutes, and to somebody signed in at a till only.
CREATE TABLE showing.cart (
    cart     bigint      PRIMARY KEY,
    code     text        NOT NULL UNIQUE,
    state    text        NOT NULL CHECK (state IN ('SHOWN', 'TAKEN', 'SOLD', 'GIVEN_BACK')),
    location text,
    orders   bigint[]    NOT NULL DEFAULT '{}',
    until    timestamptz NOT NULL,
    version  bigint      NOT NULL DEFAULT 1,
    CHECK (location IS NOT NULL OR state = 'SHOWN')
);
