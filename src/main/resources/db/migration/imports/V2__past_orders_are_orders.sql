-- Past orders live with the other orders now. What was imported before is brought in again by the next import of its source,
-- which changes nothing else.
DROP TABLE imports.past_order;
UPDATE imports.run SET state = 'ABANDONED' WHERE state = 'DONE';
