package io.stoa.imports;

import io.stoa.feeds.Reason;
import io.stoa.feeds.Values;
import java.util.List;

/** Makes one kind of facts of the shop from rows: reads a row without touching anything, and writes a batch of them. */
interface Facts<T> {

    /** A fact of the batch, by its place there, that was not written, and why. */
    record Refusal(int index, Reason reason) {}

    /** Refuses with {@link io.stoa.feeds.BadRow} or {@link IllegalArgumentException}. */
    T read(Values values);

    /** Writes inside the batch's transaction; again writing what is there changes nothing. */
    List<Refusal> write(List<T> facts);
}
