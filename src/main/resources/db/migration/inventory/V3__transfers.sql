-- Goods on their way from one location to another. What is on the way counts as in transit where it is expected: it can be
-- promised neither there yet nor any more where it left.
ALTER TABLE inventory.movement DROP CONSTRAINT movement_kind_check;
ALTER TABLE inventory.movement ADD CONSTRAINT movement_kind_check
    CHECK (kind IN ('RECEIVED', 'SOLD', 'RETURNED', 'COUNTED', 'TRANSFERRED_OUT', 'TRANSFERRED_IN', 'DAMAGED', 'EXPECTED',
                    'MISSED'));

CREATE TABLE inventory.transfer (
    id          bigint      PRIMARY KEY,
    key         text        NOT NULL UNIQUE,
    origin      text        COLLATE "C" NOT NULL,
    destination text        COLLATE "C" NOT NULL,
    state       text        NOT NULL CHECK (state IN ('SENT', 'RECEIVED')),
    sent_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_at timestamptz,
    CHECK (origin <> destination),
    CHECK ((state = 'RECEIVED') = (received_at IS NOT NULL))
);

CREATE INDEX transfer_open ON inventory.transfer (destination, id) WHERE state = 'SENT';

CREATE TABLE inventory.transfer_line (
    transfer_id bigint NOT NULL REFERENCES inventory.transfer (id),
    sku         text   COLLATE "C" NOT NULL,
    sent        int    NOT NULL CHECK (sent > 0),
    received    int    CHECK (received >= 0),
    PRIMARY KEY (transfer_id, sku)
);
