-- One place may send a part of an order and keep another for its customer.
ALTER TABLE fulfilment.shipment DROP CONSTRAINT shipment_cause_location_key;
ALTER TABLE fulfilment.shipment ADD UNIQUE (cause, location, kind);
