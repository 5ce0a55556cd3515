-- Until when a pickup waits for its customer; those that wait already get a week from now on.
ALTER TABLE fulfilment.shipment ADD COLUMN collect_by timestamptz;
UPDATE fulfilment.shipment SET collect_by = now() + interval '7 days' WHERE state IN ('READY', 'ARRIVED');
CREATE INDEX shipment_waiting ON fulfilment.shipment (collect_by) WHERE state IN ('READY', 'ARRIVED');
