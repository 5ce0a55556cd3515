-- An imported order is found by the number it had where it came from, whatever the source.
CREATE INDEX past_order_of_number ON orders.past_order (number);
