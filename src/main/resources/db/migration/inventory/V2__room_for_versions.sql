-- A stock row changes with every order: with half a page free its new version finds room beside the old one.
ALTER TABLE inventory.stock SET (fillfactor = 50);
