-- Who of the staff did what, newest first. Only their rows are in these, so that orders of customers pay nothing for them.
CREATE INDEX log_by_staff ON events.log (actor, seq) WHERE actor LIKE 'staff:%';
CREATE INDEX log_by_staff_kind ON events.log (type, seq) WHERE actor LIKE 'staff:%';
CREATE INDEX log_of_staff ON events.log (seq) WHERE actor LIKE 'staff:%';
