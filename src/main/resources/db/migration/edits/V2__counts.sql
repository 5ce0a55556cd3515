-- How many lines of a change are what, kept with it: counting them took as long as the change is large, on every look at it.
ALTER TABLE edits.change ADD COLUMN counts jsonb NOT NULL DEFAULT '{}';

UPDATE edits.change c
   SET counts = (SELECT jsonb_object_agg(l.outcome, l.n)
                   FROM (SELECT outcome, count(*) AS n FROM edits.line WHERE change = c.id GROUP BY outcome) l)
 WHERE EXISTS (SELECT FROM edits.line WHERE change = c.id);
