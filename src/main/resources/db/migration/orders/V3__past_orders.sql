-- Orders of the time before Stoa, brought in from another program: read beside the others, never changed. They stand in tables
-- of their own, so that placing an order costs the same however long the past is (docs/decisions/0005).
CREATE TABLE orders.past_order (
    id          bigint      PRIMARY KEY,
    source      text        NOT NULL,
    number      text        NOT NULL,
    customer    bigint,
    channel     text        NOT NULL,
    location    text        NOT NULL,
    placed_at   timestamptz NOT NULL,
    currency    text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('COMPLETE', 'CANCELLED', 'REFUNDED')),
    total       bigint      NOT NULL,
    pieces      int         NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, number)
);

CREATE INDEX past_order_newest ON orders.past_order (placed_at, id);
CREATE INDEX past_order_of_channel ON orders.past_order (channel, placed_at, id);
CREATE INDEX past_order_cancelled ON orders.past_order (placed_at, id) WHERE state = 'CANCELLED';
CREATE INDEX past_order_of_customer ON orders.past_order (customer, placed_at, id) WHERE customer IS NOT NULL;

-- A negative quantity was given back; a total is the sum of its lines.
CREATE TABLE orders.past_line (
    order_id bigint NOT NULL,
    line     int    NOT NULL,
    sku      text   NOT NULL,
    title    text   NOT NULL,
    quantity int    NOT NULL CHECK (quantity <> 0),
    unit     bigint NOT NULL,
    PRIMARY KEY (order_id, line)
);
