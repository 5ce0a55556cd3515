CREATE SCHEMA IF NOT EXISTS imports;

-- One import of one source. Where it stands is committed together with what it wrote, so a killed import continues there.
CREATE TABLE imports.run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source       text        NOT NULL,
    fingerprint  text        NOT NULL,
    state        text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'ABANDONED')),
    step         int         NOT NULL DEFAULT 0,
    rows         bigint      NOT NULL DEFAULT 0,
    reject_bytes bigint      NOT NULL DEFAULT 0,
    tallies      json        NOT NULL DEFAULT '{}',
    started_at   timestamptz NOT NULL DEFAULT now(),
    changed_at   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX run_one_at_a_time ON imports.run (source) WHERE state = 'RUNNING';

-- What earlier files of a source said and later ones refer to: keys of the source and what they stand for here.
CREATE TABLE imports.known (
    source text NOT NULL,
    name   text NOT NULL,
    key    text NOT NULL,
    value  text NOT NULL,
    PRIMARY KEY (source, name, key)
);

-- Past orders wait here, heads and lines, until all files are read; emptied while they are recorded.
CREATE TABLE imports.head (
    run       bigint      NOT NULL,
    order_key text        NOT NULL,
    customer  text,
    location  text        NOT NULL,
    channel   text        NOT NULL,
    state     text,
    at        timestamptz NOT NULL,
    moved     boolean     NOT NULL DEFAULT false,
    file      text        NOT NULL,
    line      bigint      NOT NULL,
    raw       text        NOT NULL,
    PRIMARY KEY (run, order_key)
);
CREATE INDEX head_at ON imports.head (run, at, order_key);
CREATE INDEX head_customer ON imports.head (run, customer);

CREATE TABLE imports.line (
    run        bigint NOT NULL,
    order_key  text   NOT NULL,
    digest     text   NOT NULL,
    sku        text   NOT NULL,
    title      text   NOT NULL,
    quantity   int    NOT NULL CHECK (quantity <> 0),
    unit_minor bigint NOT NULL,
    currency   text   NOT NULL,
    file       text   NOT NULL,
    line       bigint NOT NULL,
    raw        text   NOT NULL,
    PRIMARY KEY (run, order_key, digest)
);
CREATE INDEX line_returned ON imports.line (run, order_key) WHERE quantity < 0;

-- Orders of the time before Stoa: history that takes no stock. A negative quantity in the lines was given back.
CREATE TABLE imports.past_order (
    external_id text        PRIMARY KEY,
    customer    bigint,
    channel     text        NOT NULL,
    location    text        NOT NULL,
    at          timestamptz NOT NULL,
    currency    text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('COMPLETE', 'CANCELLED', 'REFUNDED')),
    total_minor bigint      NOT NULL,
    lines       json        NOT NULL
);
CREATE INDEX past_order_of_customer ON imports.past_order (customer, at) WHERE customer IS NOT NULL;
