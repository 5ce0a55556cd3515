package io.stoa.imports.uploads;

import io.stoa.feeds.FeedProblem;
import io.stoa.feeds.Mapping;
import io.stoa.feeds.Source;
import io.stoa.imports.ImportRequest;
import io.stoa.imports.Imports;
import io.stoa.imports.account.ImportReport;
import io.stoa.imports.account.Progress;
import io.stoa.imports.uploads.Upload.State;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks and imports files one after the other, in whatever process; after a restart an import goes on where it stood, for its state
 * is kept until all of it is done.
 */
@Component
class UploadRun {

    private static final Logger LOG = LoggerFactory.getLogger(UploadRun.class);
    private static final Duration UNDECIDED = Duration.ofDays(1);
    private static final Duration REFUSED = Duration.ofDays(7);
    private static final int WHOLE = 100;

    private final UploadTable table;
    private final Uploads uploads;
    private final Imports imports;
    private final Present present;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    UploadRun(UploadTable table, Uploads uploads, Imports imports, Present present, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.uploads = uploads;
        this.imports = imports;
        this.present = present;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A long import must not keep other scheduled work waiting. */
    @Scheduled(fixedDelay = 500)
    void look() {
        var waiting = table.atWork();
        if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("uploads").start(() -> {
                try {
                    waiting.forEach(this::work);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @Scheduled(fixedDelay = 600_000)
    void forget() {
        table.forget(clock.instant().minus(UNDECIDED), clock.instant().minus(REFUSED));
    }

    private void work(Upload upload) {
        var given = table.work(upload.id());
        if (given.isEmpty()) {
            return;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("stoa-upload");
            work(upload, given.get(), folder);
        } catch (Imports.UnderWay elsewhere) {
            LOG.debug("Upload {} is worked at elsewhere", upload.id());
        } catch (FeedProblem problem) {
            end(upload, State.FAILED, null, null, problem.getMessage());
        } catch (RuntimeException | IOException failure) {
            LOG.warn("Upload {} cannot go on", upload.id(), failure);
            end(upload, State.FAILED, null, null, null);
        } finally {
            remove(folder);
        }
    }

    private void work(Upload upload, UploadTable.Work given, Path folder) throws IOException {
        var file = folder.resolve(Mappings.fileName(upload.kind()));
        var _ = Files.writeString(file, given.csv());
        var mapping = Mapping.read(new ByteArrayInputStream(given.mapping().getBytes(StandardCharsets.UTF_8)), upload.kind().name());
        boolean check = upload.state() == State.CHECKING;
        var rejects = folder.resolve("rejected.csv");
        try (var source = Source.of(file)) {
            var request = new ImportRequest(mapping.source(), file, null, rejects, check);
            var report = imports.run(request, mapping, source, Progress.told(part -> advance(upload, part)), present);
            // One that went on after a restart has lost the first of them; the check had them all.
            var refused = report.continued() || !Files.exists(rejects) ? null : Packed.of(Files.readAllBytes(rejects));
            end(upload, check ? State.PREVIEW : State.DONE, outcome(report), refused, null);
        }
    }

    private static Upload.Outcome outcome(ImportReport report) {
        var count = report.files().getFirst();
        return new Upload.Outcome(count.read(), count.taken(), count.rejected(), count.passed(), report.reasons());
    }

    private void advance(Upload upload, double part) {
        transaction.executeWithoutResult(_ -> table.percent(upload.id(), upload.state(), (int) (part * WHOLE))
                .ifPresent(version -> tell(upload, UploadTold.ADVANCED, upload.state(), version)));
    }

    private void end(Upload upload, State to, Upload.@Nullable Outcome outcome, byte @Nullable [] rejected, @Nullable String problem) {
        var type = switch (to) {
            case PREVIEW -> UploadTold.CHECKED;
            case DONE -> UploadTold.IMPORTED;
            case CHECKING, IMPORTING, DISCARDED, FAILED -> UploadTold.FAILED;
        };
        transaction.executeWithoutResult(_ -> table.move(upload.id(), upload.state(), to, clock.instant()).ifPresent(version -> {
            table.outcome(upload.id(), outcome, rejected, problem);
            tell(upload, type, to, version);
        }));
    }

    private void tell(Upload upload, String type, State state, long version) {
        var actor = upload.actor().split(":", 2);
        var touchpoint = Touchpoint.of(Channel.OFFICE, new Actor(Actor.Kind.valueOf(actor[0].toUpperCase(Locale.ROOT)), actor[1]));
        uploads.tell(upload.id(), type, upload.kind(), state, version, touchpoint);
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            LOG.warn("{} cannot be removed", folder, left);
        }
    }
}
