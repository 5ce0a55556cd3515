-- Where a customer waits who has come to collect, in their own words; forgotten when it is handed over.
CREATE TABLE fulfilment.arrival (
    shipment_id bigint      PRIMARY KEY REFERENCES fulfilment.shipment (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    waits_at    text        NOT NULL CHECK (length(waits_at) <= 60)
);
