-- One article is changed by hand as a change of one, its descriptions too, and shows what was changed of it.
ALTER TABLE edits.line DROP CONSTRAINT line_field_check;
ALTER TABLE edits.line ADD CONSTRAINT line_field_check CHECK (field IN ('PRICE', 'DEPARTMENT', 'BRAND', 'NAME', 'DESCRIPTION', 'ROW'));

CREATE INDEX line_by_product ON edits.line (product, change);
