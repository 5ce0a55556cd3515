package io.stoa.register.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a carrier reads off a parcel, by eye and by scanner. */
class ParcelLabelTest {

    private static final int DPI = 203;
    private static final float A6_WIDTH = 297.64f;
    private static final float A6_HEIGHT = 419.53f;

    @Test
    void everyLineStandsOnOnePageOfItsSize() throws IOException {
        try (var pdf = Loader.loadPDF(label("100482", "Jürgen Łuczak", "Straße des 17. Juni 135", "10623 Berlin", "Germany").pdf())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(A6_WIDTH, org.assertj.core.data.Offset.offset(0.1f));
            assertThat(page.getHeight()).isCloseTo(A6_HEIGHT, org.assertj.core.data.Offset.offset(0.1f));
            assertThat(text(pdf).lines()).containsExactly(
                    "Stoa, Leeds", "1 Briggate, Leeds, LS1 6NP", "Jürgen Łuczak", "Straße des 17. Juni 135", "10623 Berlin", "Germany",
                    "Order 100477", "3 pieces", "100482");
            assertThat(pdf.getPage(0).getResources().getFontNames()).allSatisfy(
                    name -> assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue());
        }
    }

    /** At the resolution of a label printer: 203 dots per inch. */
    @Test
    void aScannerReadsTheNumber() throws Exception {
        for (var number : List.of("100482", "7", "123456789012345678")) {
            try (var pdf = Loader.loadPDF(label(number, "Ann Smith", "1 High Street", "York").pdf())) {
                var image = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
                var points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
                int foot = image.getHeight() / 5;
                var bars = source.crop(0, image.getHeight() - foot, image.getWidth(), foot);
                var read = new Code128Reader().decode(new BinaryBitmap(new HybridBinarizer(bars)));
                assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
                assertThat(read.getText().replaceFirst("^0+", "")).isEqualTo(number);
            }
        }
    }

    @Test
    void whatIsTooWideIsSetSmallerAndBrokenButNothingIsLeftOut() throws IOException {
        var street = "Rua Professora Maria Aparecida dos Santos Oliveira da Conceição 1234, Bloco B, Apartamento 1503, Jardim das Flores";
        try (var pdf = Loader.loadPDF(label("100482", "Ann Smith", street, "São Paulo").pdf())) {
            assertThat(text(pdf).replaceAll("\\s+", " ")).contains(street, "São Paulo Order 100477");
        }
    }

    @Test
    void lettersThatTheFontLacksAreRefusedInsteadOfLeftOut() {
        assertThatThrownBy(() -> label("100482", "山田太郎", "千代田1-1", "東京").pdf()).isInstanceOf(ParcelLabel.Unwritable.class);
    }

    private static ParcelLabel label(String number, String... to) {
        return new ParcelLabel(
                List.of("Stoa, Leeds", "1 Briggate, Leeds, LS1 6NP"), List.of(to), List.of("Order 100477", "3 pieces"), number);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }
}
