package io.stoa.imports;

import java.util.List;

/** What an import writes to: the shop itself, or nothing at all in a dry run. Every call joins the batch's transaction. */
interface Shop {

    void history(List<PastOrder> orders);
}
