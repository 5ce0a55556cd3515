package io.stoa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ProductPictureTest {

    @ParameterizedTest
    @CsvSource({
        "Women's Shirt (Green), SHIRT",
        "Boy's Pyjamas (Grey), PYJAMAS",
        "Girl's Dress (Red), DRESS",
        "Women's Jacket (Black), JACKET",
        "Men's Hoodie (Red), HOODIE",
        "Shirt dress, DRESS",
        "T-shirt, SHIRT",
        "White hanging heart T-light holder, BOX"
    })
    void aProductIsDrawnAsWhatItIs(String title, Silhouette shape) {
        assertThat(Silhouette.of(List.of(title, "Gifts"))).isEqualTo(shape);
    }

    @Test
    void theShelfTellsWhatTheTitleDoesNot() {
        assertThat(Silhouette.of(List.of("Oslo 3000", "Women's/Coats"))).isEqualTo(Silhouette.COAT);
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsWellFormedWhateverTheTitle(Silhouette shape) throws Exception {
        var svg = ProductPicture.draw(shape, Tint.calm("x"), "<script>\"&' ü");
        assertThat(svg).doesNotContain("<script", "{");
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("aria-label")).contains("<script>");
    }

    @Test
    void theColourIsTakenFromItsNameAndOtherwiseAlwaysTheSame() {
        assertThat(Tint.named("Women's Shirt (Green)"))
                .isEqualTo(Tint.named("green"))
                .isPresent();
        assertThat(Tint.named("Evergreen")).isEmpty();
        assertThat(Tint.calm("Gifts")).isEqualTo(Tint.calm("Gifts"));
    }
}
