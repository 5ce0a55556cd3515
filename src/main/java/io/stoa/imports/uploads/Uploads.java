package io.stoa.imports.uploads;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.feeds.Spreadsheet;
import io.stoa.imports.uploads.Upload.State;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files brought to the back office: checked, looked at, imported. The work itself is done in the background and told in the log. */
@Component
public class Uploads {

    private static final int DIGEST_BYTES = 8;

    private final UploadTable table;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;

    Uploads(UploadTable table, EventLog log, Ids ids, Clock clock) {
        this.table = table;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins to check a file of that name; nothing of the shop changes by it. */
    @Transactional
    public UploadId bring(String file, Brought brought, Touchpoint touchpoint) {
        var id = new UploadId(ids.next());
        var content = brought.csv().getBytes(StandardCharsets.UTF_8);
        var mapping = Mappings.of(brought, digest(content));
        table.insert(id, brought.kind(), file, mapping, Packed.of(content), touchpoint.actor().toString(), clock.instant());
        tell(id, UploadTold.BROUGHT, brought.kind(), State.CHECKING, 1, touchpoint);
        return id;
    }

    /** Begins to import what was checked; false when it stands otherwise. */
    @Transactional
    public boolean start(UploadId id, Touchpoint touchpoint) {
        return move(id, State.IMPORTING, touchpoint);
    }

    /** Gives up what was only checked; false when it stands otherwise. */
    @Transactional
    public boolean discard(UploadId id, Touchpoint touchpoint) {
        return move(id, State.DISCARDED, touchpoint);
    }

    public Optional<Upload> find(UploadId id) {
        return table.find(id);
    }

    /** The newest. */
    public List<Upload> list(int size) {
        return table.list(size);
    }

    /** The first rows, below the names of their columns, as long as they are kept. */
    public List<List<String>> first(UploadId id, Kind kind, int rows) {
        var work = table.work(id);
        if (work.isEmpty()) {
            return List.of();
        }
        try (var csv = Spreadsheet.read(work.get().csv()); Stream<List<String>> all = csv.stream().map(row -> row.getFields().subList(0, kind.columns().size()))) {
            return all.limit(rows + 1L).toList();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The file of rejected rows. */
    public Optional<byte[]> rejected(UploadId id) {
        return table.rejected(id).map(Packed::open);
    }

    private boolean move(UploadId id, State to, Touchpoint touchpoint) {
        var version = table.move(id, State.PREVIEW, to, clock.instant());
        version.ifPresent(now -> tell(id, UploadTold.ADVANCED, table.find(id).orElseThrow().kind(), to, now, touchpoint));
        return version.isPresent();
    }

    void tell(UploadId id, String type, Kind kind, State state, long version, Touchpoint touchpoint) {
        log.append(NewEvent.of(type, "upload:" + id, version, touchpoint, new UploadTold(id, kind, state)));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
