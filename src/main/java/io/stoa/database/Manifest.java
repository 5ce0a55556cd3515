package io.stoa.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is in a backup: which version of each module's tables, every table with its checksum, every sequence.
 *
 * @param format of the file; a program refuses those it does not know
 * @param versions the newest migration per module
 * @param tables in an order in which they can be filled: those referred to come first
 */
public record Manifest(
        int format,
        Instant at,
        String server,
        Map<String, String> versions,
        List<TableCopy> tables,
        List<SequenceCopy> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * One table.
     *
     * @param name quoted, with its schema
     * @param columns quoted, without generated ones
     * @param sha256 of the rows in PostgreSQL's text format
     */
    public record TableCopy(
            String name, List<String> columns, List<Partition> partitions, String entry, long rows, String sha256) {}

    /** A part of a partitioned table, which must exist again before the table can be filled. */
    public record Partition(String name, String bound) {}

    /** How far a sequence had come. */
    public record SequenceCopy(String name, long last) {}

    /** The rows of all tables together. */
    public long rows() {
        return tables.stream().mapToLong(TableCopy::rows).sum();
    }
}
