package io.stoa.imports.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.imports.Imports;
import io.stoa.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody decided on is given up after a day, and refused rows are forgotten after a week: with a clock moved on. */
@StoaTest
class ForgottenUploadsTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Uploads uploads;

    @Autowired
    private UploadTable table;

    @Autowired
    private Imports imports;

    @Autowired
    private Present present;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private Ids ids;

    @Test
    void whatNobodyDecidedOnIsGivenUpAfterADay() throws Exception {
        var id = checked();
        after(Duration.ofDays(1).minusMinutes(5));
        assertThat(uploads.find(id).orElseThrow().state()).isEqualTo(Upload.State.PREVIEW);
        assertThat(table.work(id)).isPresent();
        after(Duration.ofDays(1).plusMinutes(5));
        assertThat(uploads.find(id).orElseThrow().state()).isEqualTo(Upload.State.DISCARDED);
        assertThat(table.work(id)).as("its rows").isEmpty();
        assertThat(uploads.start(id, Retailer.WEB)).as("too late").isFalse();
    }

    @Test
    void refusedRowsAreForgottenAfterAWeekAndWhatCameOfItStays() throws Exception {
        var id = checked();
        assertThat(uploads.start(id, Retailer.WEB)).isTrue();
        reaches(id, Upload.State.DONE);
        after(Duration.ofDays(7).minusMinutes(5));
        assertThat(uploads.rejected(id)).isPresent();
        after(Duration.ofDays(7).plusMinutes(5));
        assertThat(uploads.rejected(id)).isEmpty();
        assertThat(uploads.find(id).orElseThrow().outcome()).isNotNull().satisfies(outcome -> assertThat(outcome.rejected()).isEqualTo(1));
    }

    /** A file with a row that can be taken and one that cannot. */
    private UploadId checked() throws Exception {
        var sku = retailer.article("vase", 1000);
        var store = retailer.store("derby");
        var csv = "sku,place,pieces\n" + sku + "," + store + ",4\nno-such-" + ids.next() + "," + store + ",1\n";
        var id = uploads.bring("pieces.csv", Brought.read(Kind.STOCK, csv.getBytes(StandardCharsets.UTF_8), null, "en"), Retailer.WEB);
        reaches(id, Upload.State.PREVIEW);
        assertThat(uploads.rejected(id)).isPresent();
        return id;
    }

    private void after(Duration time) {
        new UploadRun(table, uploads, imports, present, transaction, Clock.offset(clock, time)).forget();
    }

    private void reaches(UploadId id, Upload.State state) {
        await().untilAsserted(() -> assertThat(uploads.find(id).orElseThrow().state()).isEqualTo(state));
    }
}
