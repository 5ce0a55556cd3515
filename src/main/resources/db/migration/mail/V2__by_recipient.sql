-- Letters are looked for by the beginning of an address.
CREATE INDEX message_recipient ON mail.message (lower(recipient) COLLATE "C", id);
