-- The back office lists articles by price, without an offset.
CREATE INDEX article_by_price ON search.article ((COALESCE(price, -1)), product_id);
