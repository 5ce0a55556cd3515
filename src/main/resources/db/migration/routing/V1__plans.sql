CREATE SCHEMA IF NOT EXISTS routing;

-- Every plan that ever was: the newest holds, any older one can be switched on again.
CREATE TABLE routing.plan (
    version bigint PRIMARY KEY CHECK (version > 0),
    plan    jsonb NOT NULL,
    actor   text NOT NULL,
    at      timestamptz NOT NULL
);
