-- All goods, what is in stock first: a page of them is the beginning of this.
CREATE INDEX article_in_order ON search.article (in_stock DESC, product_id DESC);
