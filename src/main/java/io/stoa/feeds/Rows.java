package io.stoa.feeds;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records of one CSV file, a few at a time. The first record is the header. Fields are at most 1 million characters. */
public final class Rows implements AutoCloseable {

    private static final int FIELD_MAX = 1_000_000;

    private final String file;
    private final Counting counting;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns;

    private Rows(Source.SourceFile file, Feed feed) throws IOException {
        this.file = file.name();
        this.counting = new Counting(file.raw());
        var reader = new InputStreamReader(
                Source.SourceFile.unpacked(file.name(), counting), Charset.forName(feed.encoding()));
        this.records = CsvReader.builder()
                .fieldSeparator(feed.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(FIELD_MAX)
                .ofCsvRecord(reader)
                .iterator();
        this.columns = header();
    }

    /** Opens a file as a feed says; one that cannot be read or has no header is a {@link FeedProblem}. */
    public static Rows open(Source.SourceFile file, Feed feed) {
        try {
            return new Rows(file, feed);
        } catch (IOException unreadable) {
            throw new FeedProblem("Cannot read " + file.name(), unreadable);
        }
    }

    /** Refuses a file that lacks columns, and says which it has. */
    public void require(Set<String> needed) {
        var missing =
                needed.stream().filter(column -> !columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new FeedProblem(file + " lacks the columns " + missing + "; it has "
                    + columns.keySet().stream().sorted().toList());
        }
    }

    /** Up to so many records; none at the end. */
    public List<Row> next(int most) {
        var rows = new ArrayList<Row>(most);
        try {
            while (rows.size() < most && records.hasNext()) {
                var csv = records.next();
                rows.add(new Row(file, csv.getStartingLineNumber(), columns, csv.getFields()));
            }
            return rows;
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new FeedProblem(file + " cannot be read on: " + broken.getMessage(), broken);
        }
    }

    /** How many bytes of the file were read so far. */
    public long bytesRead() {
        return counting.bytes;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException ignored) {
            // Nothing was written, so nothing can be lost.
        }
    }

    private Map<String, Integer> header() {
        try {
            if (!records.hasNext()) {
                throw new FeedProblem(file + " is empty");
            }
            var names = new HashMap<String, Integer>();
            for (var name : records.next().getFields()) {
                var plain = names.isEmpty() ? name.replace("\uFEFF", "") : name;
                if (names.put(plain.strip(), names.size()) != null) {
                    throw new FeedProblem(file + " has the column " + plain + " twice");
                }
            }
            return Map.copyOf(names);
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new FeedProblem(file + " is not a CSV file: " + broken.getMessage(), broken);
        }
    }

    private static final class Counting extends FilterInputStream {

        private long bytes;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
