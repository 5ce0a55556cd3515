-- What was cancelled and what came back cost, so that the pieces of a line add up to its price in whatever order they go.
ALTER TABLE orders.line
    ADD COLUMN cancelled_worth bigint NOT NULL DEFAULT 0 CHECK (cancelled_worth >= 0),
    ADD COLUMN returned_worth  bigint NOT NULL DEFAULT 0 CHECK (returned_worth >= 0),
    ADD CHECK (cancelled_worth <= gross),
    ADD CHECK (cancelled_worth + returned_worth <= gross);
