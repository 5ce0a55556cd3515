CREATE SCHEMA IF NOT EXISTS counting;

-- What is to be counted at a place, and how far that is. Of one that is posted or called off nothing changes.
CREATE TABLE counting.sheet (
    id          bigint      PRIMARY KEY,
    key         text        NOT NULL UNIQUE,
    location    text        COLLATE "C" NOT NULL,
    state       text        NOT NULL CHECK (state IN ('COUNTING', 'REVIEWED', 'POSTED', 'CALLED_OFF')),
    version     bigint      NOT NULL DEFAULT 1,
    begun_by    text        NOT NULL,
    begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_by    text,
    ended_at    timestamptz,
    approval    text        CHECK (length(approval) BETWEEN 1 AND 200),
    CHECK ((state IN ('POSTED', 'CALLED_OFF')) = (ended_at IS NOT NULL))
);

CREATE INDEX sheet_state ON counting.sheet (state, id);

-- Every number that somebody entered, once for each key, with what the books said when it was entered: on hand, and how often
-- counts had corrected the row by then. None is ever changed.
CREATE TABLE counting.entry (
    sheet       bigint      NOT NULL REFERENCES counting.sheet (id),
    key         text        NOT NULL,
    sku         text        COLLATE "C" NOT NULL,
    counted     int         NOT NULL CHECK (counted >= 0),
    expected    int         NOT NULL,
    corrections int         NOT NULL,
    counted_by  text        NOT NULL,
    counted_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sheet, key)
);

-- The entry that holds; none while it is not counted yet, or to be counted again, and then why.
CREATE TABLE counting.line (
    sheet bigint NOT NULL REFERENCES counting.sheet (id),
    sku   text   COLLATE "C" NOT NULL,
    entry text,
    again text,
    PRIMARY KEY (sheet, sku),
    FOREIGN KEY (sheet, entry) REFERENCES counting.entry (sheet, key)
);
