package io.stoa.office.counts;

import io.stoa.counting.Assessment;
import io.stoa.counting.CountSheet;
import io.stoa.counting.CountSheet.Line;
import io.stoa.counting.Counting;
import io.stoa.office.Wording;
import io.stoa.office.counts.CountsShown.One;
import io.stoa.office.counts.CountsShown.Piece;
import io.stoa.office.counts.CountsShown.Row;
import io.stoa.office.purchasing.Names;
import io.stoa.page.PageFrame;
import io.stoa.shared.Ids;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Counts in words. */
@Component
class CountRows {

    private final Counting counting;
    private final Names names;
    private final Wording wording;
    private final Ids ids;

    CountRows(Counting counting, Names names, Wording wording, Ids ids) {
        this.counting = counting;
        this.names = names;
        this.wording = wording;
        this.ids = ids;
    }

    Row row(CountSheet sheet, PageFrame frame) {
        var begun = frame.t(
                "counts.begun", frame.moment(sheet.begunAt(), ZoneId.systemDefault()), Wording.actor(sheet.begunBy(), frame.texts()));
        return new Row(sheet, wording.place(sheet.location()), begun, sheet.counted().size());
    }

    One one(CountSheet sheet, PageFrame frame) {
        var assessment = counting.assess(sheet);
        var titles = names.titles(sheet.lines().stream().map(Line::sku).toList(), frame.texts());
        var pieces = sheet.lines().stream()
                .map(line -> piece(line, titles.getOrDefault(line.sku(), line.sku().value()), assessment, frame))
                .toList();
        return new One(
                row(sheet, frame),
                pieces,
                signed(assessment.pieces(), frame),
                frame.texts().money(assessment.worth()),
                assessment.aboveLimit(),
                String.valueOf(ids.next()));
    }

    private static Piece piece(Line line, String title, Assessment assessment, PageFrame frame) {
        var difference = line.difference();
        var worth = assessment.worths().get(line.sku());
        return difference == null || worth == null
                ? new Piece(title, line, null, null)
                : new Piece(title, line, signed(difference, frame), frame.texts().money(worth));
    }

    /** With its sign, as amounts have it. */
    private static String signed(int pieces, PageFrame frame) {
        return (pieces < 0 ? "−" : pieces > 0 ? "+" : "") + frame.texts().number(Math.abs(pieces));
    }
}
