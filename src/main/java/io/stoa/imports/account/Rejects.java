package io.stoa.imports.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.stoa.feeds.FeedProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The rejected-rows file: CSV with file, line, reason and the row as it was. Begins with the first rejected row. A continued
 * import cuts off what was written after its checkpoint.
 */
public final class Rejects implements AutoCloseable {

    private static final int PENDING_MAX = 65_536;

    private final Path file;
    private final StringWriter pending = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(pending);
    private @Nullable FileChannel channel;
    private long bytes;
    private boolean begun;

    public Rejects(Path file) {
        this.file = file;
    }

    /** Takes up the file where a checkpoint left it; 0 begins anew. */
    public void resume(long at) {
        try {
            if (at == 0) {
                Files.deleteIfExists(file);
            } else {
                open();
                bytes = Math.min(at, channel().size());
                channel().truncate(bytes).position(bytes);
                begun = bytes > 0;
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    public void add(String source, long line, String reason, String raw) {
        if (!begun) {
            begun = true;
            csv.writeRecord("file", "line", "reason", "row");
        }
        csv.writeRecord(source, Long.toString(line), reason, raw);
        if (pending.getBuffer().length() > PENDING_MAX) {
            var _ = flush();
        }
    }

    /** Brings everything to the file and answers its length. */
    public long flush() {
        try {
            csv.flush();
            if (!pending.getBuffer().isEmpty()) {
                open();
                bytes += channel().write(ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8)));
                pending.getBuffer().setLength(0);
            }
            return bytes;
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private void open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
    }

    private FileChannel channel() {
        if (channel == null) {
            throw new IllegalStateException("Not opened");
        }
        return channel;
    }

    private FeedProblem unwritable(IOException failure) {
        return new FeedProblem("Cannot write rejected rows to " + file + "; name another file with --rejects", failure);
    }
}
