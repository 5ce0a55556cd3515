CREATE SCHEMA IF NOT EXISTS edits;

-- A change of many articles: wished, prepared as lines to look at, made, and taken back. The work goes on after a restart from
-- where it was, for each batch of lines is marked in the transaction that changes the goods.
CREATE TABLE edits.change (
  id         bigint PRIMARY KEY,
  version    bigint NOT NULL DEFAULT 1,
  state      text NOT NULL CHECK (state IN ('PREPARING', 'PREVIEW', 'APPLYING', 'DONE', 'UNDOING', 'UNDONE', 'DISCARDED', 'FAILED')),
  wish       jsonb NOT NULL,
  selection  jsonb NOT NULL,
  actor      text NOT NULL,
  created_at timestamptz NOT NULL,
  articles   int NOT NULL,
  reached    text,
  seen       int NOT NULL DEFAULT 0,
  lines      int NOT NULL DEFAULT 0
);

CREATE INDEX change_at_work ON edits.change (id) WHERE state IN ('PREPARING', 'APPLYING', 'UNDOING');

CREATE TABLE edits.line (
  change  bigint NOT NULL REFERENCES edits.change (id),
  number  int NOT NULL,
  product bigint NOT NULL,
  sku     text,
  field   text NOT NULL CHECK (field IN ('PRICE', 'DEPARTMENT', 'BRAND', 'NAME')),
  part    text NOT NULL DEFAULT '',
  title   text NOT NULL,
  before  text,
  after   text,
  outcome text NOT NULL CHECK (outcome IN ('READY', 'REJECTED', 'DONE', 'SKIPPED', 'UNDONE', 'KEPT')),
  reason  text,
  PRIMARY KEY (change, number)
);

CREATE INDEX line_by_outcome ON edits.line (change, outcome, number);
