-- When so few are left and awaited, as many are ordered as make it up to so many.
CREATE TABLE purchasing.reorder_point (
    sku      text   COLLATE "C" NOT NULL,
    location text   COLLATE "C" NOT NULL,
    supplier bigint NOT NULL REFERENCES purchasing.supplier (id),
    point    int    NOT NULL CHECK (point >= 0),
    up_to    int    NOT NULL CHECK (up_to > point),
    PRIMARY KEY (sku, location)
);
