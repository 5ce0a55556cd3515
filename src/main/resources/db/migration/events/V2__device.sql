-- At which device of a place somebody acted, such as a till: null where nobody said. Adding it rewrites nothing.
ALTER TABLE events.log ADD COLUMN device text;
