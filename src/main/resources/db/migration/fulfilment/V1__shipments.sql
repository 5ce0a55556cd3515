CREATE SCHEMA IF NOT EXISTS fulfilment;

-- What one place does for one order. "cause" is the event of the log that asked for it: the same event asks once.
CREATE TABLE fulfilment.shipment (
    id         bigint      PRIMARY KEY,
    cause      bigint      NOT NULL,
    order_id   bigint      NOT NULL,
    customer   bigint,
    location   text        COLLATE "C" NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('SHIP', 'COLLECT')),
    state      text        NOT NULL CHECK (state IN ('PLACED', 'ACCEPTED', 'PICKING', 'PACKED', 'SHIPPED', 'READY', 'ARRIVED',
                                                     'HANDED_OVER', 'REJECTED', 'RESTOCKED', 'CANCELLED')),
    tracking   text,
    reason     text,
    version    bigint      NOT NULL DEFAULT 1,
    placed_at  timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (cause, location),
    CHECK (kind = 'SHIP' OR state NOT IN ('PACKED', 'SHIPPED')),
    CHECK (kind = 'COLLECT' OR state NOT IN ('READY', 'ARRIVED', 'HANDED_OVER', 'RESTOCKED'))
) WITH (fillfactor = 80);

CREATE INDEX shipment_of_order ON fulfilment.shipment (order_id, id);
CREATE INDEX shipment_of_location ON fulfilment.shipment (location, due_at, id);
CREATE INDEX shipment_open ON fulfilment.shipment (location, due_at, id)
    WHERE state IN ('PLACED', 'ACCEPTED', 'PICKING', 'PACKED', 'READY', 'ARRIVED');

CREATE TABLE fulfilment.line (
    shipment_id bigint NOT NULL REFERENCES fulfilment.shipment (id),
    line        int    NOT NULL,
    sku         text   NOT NULL,
    title       text   NOT NULL,
    quantity    int    NOT NULL CHECK (quantity > 0),
    handed_over int    NOT NULL DEFAULT 0 CHECK (handed_over >= 0),
    cancelled   int    NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
    PRIMARY KEY (shipment_id, line),
    CHECK (handed_over + cancelled <= quantity)
) WITH (fillfactor = 80);

-- What the customer shows to collect. Known to the customer only: neither events nor the staff's lists carry it.
CREATE TABLE fulfilment.code (
    shipment_id  bigint      PRIMARY KEY REFERENCES fulfilment.shipment (id),
    code         text        NOT NULL,
    wrong_tries  int         NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
    locked_until timestamptz
);

-- Who handed over, on what proof. The name of somebody who collects for the customer is kept here alone, so that it can be erased.
CREATE TABLE fulfilment.handover (
    shipment_id bigint      NOT NULL REFERENCES fulfilment.shipment (id),
    number      int         NOT NULL,
    key         text        NOT NULL,
    proof       text        NOT NULL,
    collector   text,
    actor       text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (shipment_id, number),
    UNIQUE (shipment_id, key)
);
