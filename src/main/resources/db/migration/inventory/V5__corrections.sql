-- How often counts corrected a row: whoever counted it before such a correction counts it again.
CREATE INDEX movement_corrections ON inventory.movement (sku, location) WHERE kind = 'COUNTED' AND on_hand <> 0;
