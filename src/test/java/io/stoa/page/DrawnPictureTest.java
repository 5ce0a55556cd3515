package io.stoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** Articles without a picture are drawn by one hand, in the page and as a file. */
class DrawnPictureTest {

    @ParameterizedTest
    @CsvSource({
        "Women's Shirt (Green), SHIRT, cloth-green",
        "Boy's Pyjamas (Grey), PYJAMAS, cloth-grey",
        "Girl's Dress (Red), DRESS, cloth-red",
        "Men's Hoodie (Navy), HOODIE, cloth-navy",
        "Shirt dress (Azure), DRESS, cloth-blue",
        "T-shirt (Cream), SHIRT, cloth-beige",
        "Running shoes, SHOES, ''",
        "Evergreen T-light holder, PARCEL, ''"
    })
    void anArticleIsDrawnAsWhatItIsInItsColour(String title, Drawing drawing, String cloth) {
        var inPage = Picture.of(null, title);
        assertThat(inPage.drawing()).isEqualTo(drawing.symbol());
        assertThat(inPage.clothClass()).isEqualTo(cloth);
        assertThat(DrawnPicture.of(title, List.of(title, "Gifts"), List.of(title))).contains("class=\"cloth " + cloth + "\"");
    }

    @Test
    void theShelfTellsWhatTheTitleDoesNotAndThenTheFileIsShown() {
        assertThat(Drawing.of(List.of("Oslo 3000", "Women's/Coats"))).contains(Drawing.COAT);
        assertThat(Picture.of("/media/product/OSLO.svg?v=1", "Oslo 3000").url()).isEqualTo("/media/product/OSLO.svg?v=1");
        assertThat(Picture.of("/media/product/OSLO.svg?v=1", "Oslo coat").url()).isNull();
        assertThat(Picture.of("https://cdn.example/coat.jpg", "Oslo coat").url()).isEqualTo("https://cdn.example/coat.jpg");
    }

    @ParameterizedTest
    @EnumSource
    void everyDrawingIsWellFormedWhateverTheTitleAndHasTheLinesOfThePage(Drawing drawing) throws Exception {
        var svg = DrawnPicture.of("<script>\"&' ü", List.of(drawing.symbol()), List.of("red"));
        assertThat(svg).doesNotContain("<script").contains(".cloth-red {");
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("aria-label")).contains("<script>");
        var lines = svg.replaceFirst("(?s).*?<path ", "<path ").replaceFirst("(?s)</g></g>.*", "");
        assertThat(Files.readString(Path.of("src/main/resources/static/garments.svg"))).contains(lines);
    }

    @ParameterizedTest
    @EnumSource
    void everyColourIsInTheStylesheet(Cloth cloth) throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/static/stoa.css"))).contains("." + cloth.cssClass() + " {");
    }
}
