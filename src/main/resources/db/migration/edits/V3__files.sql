-- A change may be what a file says, row by row: the rows are kept until they are prepared. A row may name no article that there is.
ALTER TABLE edits.line ALTER COLUMN product DROP NOT NULL;
ALTER TABLE edits.line DROP CONSTRAINT line_outcome_check;
ALTER TABLE edits.line ADD CONSTRAINT line_outcome_check
    CHECK (outcome IN ('READY', 'SAME', 'REJECTED', 'DONE', 'SKIPPED', 'UNDONE', 'KEPT'));
ALTER TABLE edits.line DROP CONSTRAINT line_field_check;
ALTER TABLE edits.line ADD CONSTRAINT line_field_check CHECK (field IN ('PRICE', 'DEPARTMENT', 'BRAND', 'NAME', 'ROW'));

CREATE TABLE edits.given (
  change bigint NOT NULL REFERENCES edits.change (id),
  row    int NOT NULL,
  cells  jsonb NOT NULL,
  again  boolean NOT NULL,
  PRIMARY KEY (change, row)
);
