-- What was taken off a sale, at the prices that were shown: by reason how often and how much.
ALTER TABLE drawer.sale ADD COLUMN discounts jsonb NOT NULL DEFAULT '{}';
