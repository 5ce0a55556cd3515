CREATE SCHEMA IF NOT EXISTS drawer;

-- A till of a store, by the name that its browsers were given. Its row is the lock of everything that happens to its drawer.
CREATE TABLE drawer.till (
    location text NOT NULL,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    z        int  NOT NULL DEFAULT 0 CHECK (z >= 0),
    PRIMARY KEY (location, name)
);

-- From the float to the Z report: one row, which nothing changes once it is closed.
CREATE TABLE drawer.drawer (
    id           bigint      PRIMARY KEY,
    location     text        NOT NULL,
    till         text        NOT NULL,
    currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    opening      bigint      NOT NULL CHECK (opening >= 0),
    business_day date        NOT NULL,
    opened_by    text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    version      bigint      NOT NULL DEFAULT 1,
    z            int         CHECK (z > 0),
    closed_by    text,
    closed_at    timestamptz,
    count        json,
    reason       text        CHECK (length(reason) BETWEEN 1 AND 200),
    report       json,
    FOREIGN KEY (location, till) REFERENCES drawer.till (location, name),
    UNIQUE (location, till, z),
    CHECK ((state = 'CLOSED') = (z IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND closed_by IS NOT NULL AND count IS NOT NULL AND report IS NOT NULL))
);

CREATE UNIQUE INDEX drawer_open ON drawer.drawer (location, till) WHERE state = 'OPEN';
CREATE INDEX drawer_newest ON drawer.drawer (business_day, id);
CREATE INDEX drawer_of_location ON drawer.drawer (location, business_day, id);

-- Everything that went into or out of a drawer, and what was taken or given back at its till in other tenders, each for one
-- cause. Without a drawer it came while none was open at its till: the next one takes it over.
CREATE TABLE drawer.movement (
    cause    text        PRIMARY KEY CHECK (length(cause) BETWEEN 1 AND 400),
    drawer   bigint      REFERENCES drawer.drawer (id),
    location text        NOT NULL,
    till     text        NOT NULL,
    kind     text        NOT NULL CHECK (kind IN ('SALE', 'REFUND', 'RELEASE', 'PAID_IN', 'PAID_OUT', 'DROP')),
    tender   text        NOT NULL,
    amount   bigint      NOT NULL CHECK (amount > 0),
    currency text        NOT NULL,
    order_id bigint,
    reason   text        CHECK (length(reason) BETWEEN 1 AND 200),
    actor    text        NOT NULL,
    at       timestamptz NOT NULL,
    CHECK (kind IN ('SALE', 'REFUND', 'RELEASE') OR (tender = 'CASH' AND reason IS NOT NULL AND drawer IS NOT NULL))
);

CREATE INDEX movement_of_drawer ON drawer.movement (drawer, at);
CREATE INDEX movement_without_drawer ON drawer.movement (location, till) WHERE drawer IS NULL;

-- An order that was paid at a till, with its tax by rate in basis points.
CREATE TABLE drawer.sale (
    order_id bigint      PRIMARY KEY,
    drawer   bigint      REFERENCES drawer.drawer (id),
    location text        NOT NULL,
    till     text        NOT NULL,
    currency text        NOT NULL,
    total    bigint      NOT NULL,
    taxes    jsonb       NOT NULL,
    at       timestamptz NOT NULL
);

CREATE INDEX sale_of_drawer ON drawer.sale (drawer);
CREATE INDEX sale_without_drawer ON drawer.sale (location, till) WHERE drawer IS NULL;

CREATE FUNCTION drawer.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A drawer that is closed is never changed';
END $$;

CREATE TRIGGER closed_is_final BEFORE UPDATE ON drawer.drawer
    FOR EACH ROW WHEN (OLD.state = 'CLOSED') EXECUTE FUNCTION drawer.refuse_change();
CREATE TRIGGER drawers_stay BEFORE DELETE OR TRUNCATE ON drawer.drawer
    FOR EACH STATEMENT EXECUTE FUNCTION drawer.refuse_change();

-- What has found its drawer stays there, and a closed drawer takes nothing more: its row is locked until this is committed.
CREATE FUNCTION drawer.only_into_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.drawer IS NOT NULL THEN
        RAISE EXCEPTION 'What is in a drawer stays there as it is';
    END IF;
    IF NEW.drawer IS NOT NULL THEN
        PERFORM 1 FROM drawer.drawer WHERE id = NEW.drawer AND state = 'OPEN' FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'Drawer % is closed', NEW.drawer;
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER movement_into_open BEFORE INSERT OR UPDATE ON drawer.movement
    FOR EACH ROW EXECUTE FUNCTION drawer.only_into_open();
CREATE TRIGGER movements_stay BEFORE DELETE OR TRUNCATE ON drawer.movement
    FOR EACH STATEMENT EXECUTE FUNCTION drawer.refuse_change();
CREATE TRIGGER sale_into_open BEFORE INSERT OR UPDATE ON drawer.sale
    FOR EACH ROW EXECUTE FUNCTION drawer.only_into_open();
CREATE TRIGGER sales_stay BEFORE DELETE OR TRUNCATE ON drawer.sale
    FOR EACH STATEMENT EXECUTE FUNCTION drawer.refuse_change();
