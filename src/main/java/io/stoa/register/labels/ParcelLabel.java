package io.stoa.register.labels;

import io.stoa.register.Barcode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A label of 105 by 148 mm (A6): who sends it, where it goes, what it belongs to, and the number of the parcel as a barcode.
 *
 * @param from who sends it, line by line
 * @param to where it goes, line by line
 * @param about what it belongs to, line by line
 * @param number digits
 */
public record ParcelLabel(List<String> from, List<String> to, List<String> about, String number) {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 18;
    private static final float WIDTH = PDRectangle.A6.getWidth() - 2 * MARGIN;
    private static final float SMALL = 8;
    private static final float LARGE = 15;
    /** Carriers' scanners want bars of at least 0.33 mm; the widest number leaves them 1 pt. */
    private static final float MODULE_MAX = 1.6f;
    private static final float BARS = 58;
    private static final float LEADING = 1.25f;

    public ParcelLabel {
        from = List.copyOf(from);
        to = List.copyOf(to);
        about = List.copyOf(about);
    }

    /** Its font has no sign for a letter of the address: such a label would lead nowhere. */
    public static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwritable(String line, Throwable cause) {
            super("No sign for a letter of " + line.length() + " characters", cause);
        }
    }

    /**
     * As a PDF with its font inside.
     *
     * @throws Unwritable when a line has letters that the font lacks; it knows those of Latin, Greek and Cyrillic
     */
    public byte[] pdf() {
        try (var document = new PDDocument();
                var font = Objects.requireNonNull(ParcelLabel.class.getResourceAsStream(FONT), FONT)) {
            var page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                new Sheet(content, PDType0Font.load(document, font)).write(this);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes from the top of the page to its foot. */
    private static final class Sheet {

        private final PDPageContentStream content;
        private final PDFont font;
        private float y = PDRectangle.A6.getHeight() - MARGIN;

        Sheet(PDPageContentStream content, PDFont font) {
            this.content = content;
            this.font = font;
        }

        void write(ParcelLabel label) throws IOException {
            lines(label.from(), SMALL);
            rule();
            lines(label.to(), LARGE);
            rule();
            lines(label.about(), SMALL + 2);
            barcode(new Barcode(label.number()), label.number());
        }

        /** In that size, or as much smaller as the widest line needs, down to the half of it; what is wider still is broken. */
        private void lines(List<String> lines, float wanted) throws IOException {
            float widest = 0;
            for (var line : lines) {
                widest = Math.max(widest, width(line, wanted));
            }
            float size = Math.max(wanted / 2, Math.min(wanted, wanted * WIDTH / Math.max(widest, 1)));
            for (var line : lines) {
                for (var part : broken(line, size)) {
                    y -= size * LEADING;
                    text(part, MARGIN, size);
                }
            }
        }

        private List<String> broken(String line, float size) throws IOException {
            var parts = new ArrayList<String>();
            var part = new StringBuilder();
            for (var word : line.split(" ")) {
                if (!part.isEmpty() && width(part + " " + word, size) > WIDTH) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
                part.append(part.isEmpty() ? "" : " ").append(word);
            }
            parts.add(part.toString());
            return parts;
        }

        private float width(String line, float size) throws IOException {
            try {
                return font.getStringWidth(line) / 1000 * size;
            } catch (IllegalArgumentException noSign) {
                throw new Unwritable(line, noSign);
            }
        }

        private void text(String line, float x, float size) throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(line);
            content.endText();
        }

        private void rule() throws IOException {
            y -= SMALL;
            content.setLineWidth(0.75f);
            content.moveTo(MARGIN, y);
            content.lineTo(MARGIN + WIDTH, y);
            content.stroke();
            y -= SMALL / 2;
        }

        /** At the foot of the page, in the middle, its digits below. */
        private void barcode(Barcode barcode, String number) throws IOException {
            float module = Math.min(MODULE_MAX, WIDTH / barcode.width());
            float left = MARGIN + (WIDTH - module * barcode.width()) / 2;
            float foot = MARGIN + LARGE;
            for (var bar : barcode.bars()) {
                content.addRect(left + bar.at() * module, foot, bar.width() * module, BARS);
            }
            content.fill();
            y = MARGIN;
            text(number, MARGIN + (WIDTH - width(number, SMALL + 2)) / 2, SMALL + 2);
        }
    }
}
