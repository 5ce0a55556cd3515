-- When the last piece of a line left the place that gave it. What is carried home when it is bought needs none: that is when
-- the order was placed.
ALTER TABLE orders.line ADD COLUMN fulfilled_at timestamptz;
