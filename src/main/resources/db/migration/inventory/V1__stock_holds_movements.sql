CREATE SCHEMA IF NOT EXISTS inventory;

-- One row per SKU and location. Counters have one writer each: movements write what is on hand, damaged and in transit;
-- holds write held and allocated. "over" is what a count, damage or offline sale left promised beyond what is there:
-- nothing else may raise it, so the CHECK stays the last guard against promising twice.
CREATE TABLE inventory.stock (
    sku        text   COLLATE "C" NOT NULL,
    location   text   COLLATE "C" NOT NULL,
    on_hand    int    NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    held       int    NOT NULL DEFAULT 0 CHECK (held >= 0),
    allocated  int    NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    safety     int    NOT NULL DEFAULT 0 CHECK (safety >= 0),
    damaged    int    NOT NULL DEFAULT 0 CHECK (damaged >= 0),
    in_transit int    NOT NULL DEFAULT 0 CHECK (in_transit >= 0),
    over       int    NOT NULL DEFAULT 0 CHECK (over >= 0),
    version    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (sku, location),
    CHECK (held + allocated <= on_hand + over)
) WITH (fillfactor = 70);

CREATE INDEX stock_by_location ON inventory.stock (location, sku);
CREATE INDEX stock_over ON inventory.stock (sku, location) WHERE over > 0;

-- What was promised to an owner (an order): held until a time, then allocated, then sold; or released, or expired.
CREATE TABLE inventory.hold (
    owner      bigint      NOT NULL,
    line       int         NOT NULL,
    sku        text        COLLATE "C" NOT NULL,
    location   text        COLLATE "C" NOT NULL,
    quantity   int         NOT NULL CHECK (quantity >= 0),
    state      text        NOT NULL CHECK (state IN ('HELD', 'ALLOCATED', 'SOLD', 'RELEASED', 'EXPIRED')),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (owner, line, location)
) WITH (fillfactor = 70);

CREATE INDEX hold_due ON inventory.hold (expires_at) WHERE state = 'HELD';

CREATE TABLE inventory.movement (
    id         text        PRIMARY KEY,
    sku        text        COLLATE "C" NOT NULL,
    location   text        COLLATE "C" NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('RECEIVED', 'SOLD', 'RETURNED', 'COUNTED', 'TRANSFERRED_OUT',
                                                    'TRANSFERRED_IN', 'DAMAGED')),
    on_hand    int         NOT NULL,
    damaged    int         NOT NULL,
    in_transit int         NOT NULL,
    reason     text        NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX movement_by_stock ON inventory.movement (sku, location, at);
