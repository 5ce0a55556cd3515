-- Every policy that ever was: the newest holds.
CREATE TABLE returns.policy (
    version bigint PRIMARY KEY CHECK (version > 0),
    policy  jsonb NOT NULL,
    actor   text NOT NULL,
    at      timestamptz NOT NULL
);

-- Who took something back against the policy, and why.
ALTER TABLE returns.document
    ADD COLUMN overruled_by  text,
    ADD COLUMN overruled_for text,
    ADD CHECK ((overruled_by IS NULL) = (overruled_for IS NULL));
