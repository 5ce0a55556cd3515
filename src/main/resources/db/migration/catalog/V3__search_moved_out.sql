-- What goods are found by lies in the schema of search, which fills it from the log.
DROP TABLE catalog.search;
DROP TABLE catalog.word;
DROP AGGREGATE catalog.all_words (tsvector);
