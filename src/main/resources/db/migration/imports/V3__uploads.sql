-- A file that somebody brought to the back office: looked at, then imported, once. Its rows are kept until then and no longer.
CREATE TABLE imports.upload (
    id         bigint      PRIMARY KEY,
    version    bigint      NOT NULL DEFAULT 1,
    kind       text        NOT NULL CHECK (kind IN ('ARTICLES', 'STOCK', 'CUSTOMERS')),
    state      text        NOT NULL CHECK (state IN ('CHECKING', 'PREVIEW', 'IMPORTING', 'DONE', 'DISCARDED', 'FAILED')),
    file       text        NOT NULL,
    mapping    text        NOT NULL,
    actor      text        NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    percent    int         NOT NULL DEFAULT 0,
    content    bytea,
    outcome    jsonb,
    rejected   bytea,
    problem    text
);

CREATE INDEX upload_at_work ON imports.upload (id) WHERE state IN ('CHECKING', 'IMPORTING');
CREATE INDEX upload_kept ON imports.upload (changed_at) WHERE content IS NOT NULL OR rejected IS NOT NULL;
