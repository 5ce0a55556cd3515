-- When the customer of a pickup was told that its time is nearly over.
ALTER TABLE fulfilment.shipment ADD COLUMN reminded_at timestamptz;
