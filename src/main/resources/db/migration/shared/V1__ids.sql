CREATE SCHEMA IF NOT EXISTS shared;

-- Each number stands for a block of ids that one process may give; see io.stoa.shared.Ids.
CREATE SEQUENCE shared.id_block START 100;
