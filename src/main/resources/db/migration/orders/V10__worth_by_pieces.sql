-- What pieces cost follows from how many went either way; in steps, the fractions of a cent of each step added up.
ALTER TABLE orders.line
    DROP COLUMN cancelled_worth,
    ADD CHECK (returned_worth <= gross);
