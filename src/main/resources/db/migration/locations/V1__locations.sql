CREATE SCHEMA IF NOT EXISTS locations;

CREATE TABLE locations.location (
    id          text PRIMARY KEY,
    version     bigint NOT NULL DEFAULT 1,
    name        text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('STORE', 'WAREHOUSE', 'WEB')),
    address     jsonb,
    latitude    double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude   double precision CHECK (longitude BETWEEN -180 AND 180),
    zone        text NOT NULL,
    hours       text NOT NULL,
    services    text NOT NULL,
    price_group text NOT NULL,
    open        boolean NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- Every house has the web; it sells and has no stock.
INSERT INTO locations.location (id, name, kind, zone, hours, services, price_group, open)
VALUES ('web', 'Web shop', 'WEB', 'UTC', '24/7', 'SELL', 'default', true);

CREATE TABLE locations.postcode (
    country   text NOT NULL,
    postcode  text NOT NULL,
    latitude  double precision NOT NULL,
    longitude double precision NOT NULL,
    PRIMARY KEY (country, postcode)
);
