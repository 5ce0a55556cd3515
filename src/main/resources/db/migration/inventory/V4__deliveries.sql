-- Goods that a supplier was asked for arrive: on hand, and no longer in transit.
ALTER TABLE inventory.movement DROP CONSTRAINT movement_kind_check;
ALTER TABLE inventory.movement ADD CONSTRAINT movement_kind_check
    CHECK (kind IN ('RECEIVED', 'SOLD', 'RETURNED', 'COUNTED', 'TRANSFERRED_OUT', 'TRANSFERRED_IN', 'DAMAGED', 'EXPECTED',
                    'MISSED', 'DELIVERED'));
