-- By hand an article gets another tax, other bar codes and other pictures too.
ALTER TABLE edits.line DROP CONSTRAINT line_field_check;
ALTER TABLE edits.line ADD CONSTRAINT line_field_check
    CHECK (field IN ('PRICE', 'DEPARTMENT', 'BRAND', 'TAX', 'NAME', 'DESCRIPTION', 'BARCODE', 'PICTURES', 'ROW'));
