CREATE SCHEMA IF NOT EXISTS parking;

-- A basket put aside at a till, to be taken up at any till of the store. It is a cart: nothing is held for it.
CREATE TABLE parking.basket (
    id         bigint      PRIMARY KEY,
    location   text        NOT NULL,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    cart       bigint      NOT NULL,
    pieces     int         NOT NULL CHECK (pieces > 0),
    home       json        NOT NULL,
    customer   bigint,
    state      text        NOT NULL CHECK (state IN ('PARKED', 'RECALLED', 'DISCARDED')),
    version    bigint      NOT NULL DEFAULT 1,
    parked_by  text        NOT NULL,
    parked_at  timestamptz NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- A cart waits once.
CREATE UNIQUE INDEX basket_of_cart ON parking.basket (cart) WHERE state = 'PARKED';
CREATE INDEX basket_waiting ON parking.basket (location, parked_at) WHERE state = 'PARKED';
CREATE INDEX basket_discarded ON parking.basket (location, changed_at) WHERE state = 'DISCARDED';
