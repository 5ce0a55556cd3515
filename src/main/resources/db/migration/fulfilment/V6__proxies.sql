-- Who collects an order in its customer's place, as the customer said; forgotten when nothing of it waits any more. The name of
-- who had it then is with its hand-over.
CREATE TABLE fulfilment.proxy (
    order_id bigint PRIMARY KEY,
    name     text   NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
);
