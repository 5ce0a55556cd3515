-- What the shop itself takes off. The terms are a promotion as the code knows it; nothing is asked of them in SQL. Versions count on over all of them.
CREATE TABLE pricing.promotion (
    id      text PRIMARY KEY,
    version bigint NOT NULL UNIQUE,
    terms   jsonb NOT NULL
);
