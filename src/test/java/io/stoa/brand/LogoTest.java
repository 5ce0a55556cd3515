package io.stoa.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stoa.shared.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only pictures become logos. */
class LogoTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureIsKnownByItsBytes(String format) throws IOException {
        var logo = Logo.of(picture(40, format)).image();

        assertThat(logo.type()).isEqualTo("image/" + format);
        assertThat(logo.hash()).hasSize(64).isEqualTo(Logo.of(picture(40, format)).image().hash());
    }

    @Test
    void aDrawingThatOnlyDrawsIsFine() {
        assertThat(drawing("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>"
                                + "<defs><path id='a' d='M0 0h9'/></defs><use xlink:href='#a'/></svg>")
                        .type())
                .isEqualTo("image/svg+xml");
    }

    @Test
    void whatOtherProgramsWriteAroundADrawingIsFine() {
        assertThat(drawing("\n  "
                                + "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
                                + "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill: url(#a)' width='9' height='9'/></svg>")
                        .type())
                .isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | active",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/> | active",
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://example.com'/></svg> | active",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://example.com/spy.png'/></svg> | active",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg> | active",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg> | broken",
        "<svg xmlns='http://www.w3.org/2000/svg'><g></svg> | broken",
        "<!DOCTYPE svg [<!ENTITY x 'a'>]><svg xmlns='http://www.w3.org/2000/svg'/> | active",
        "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'https://example.com/a.css'</style></svg> | active",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill: url( https://example.com/a)'/></svg> | active",
        "<?xml-stylesheet href='https://example.com/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/> | active",
        "<svg viewBox='0 0 9 9'/> | broken",
        "<html><body>no picture</body></html> | kind",
        "GIF89a | kind"
    })
    void whatIsNoDrawingOrDoesMoreThanDrawIsRefused(String content, String why) {
        assertThat(refused(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(why);
    }

    @Test
    void brokenAndGiantPicturesAreRefused() throws IOException {
        var whole = picture(40, "png");
        assertThat(refused(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("broken");
        assertThat(refused(picture(4_001, "png"))).isEqualTo("large");
        assertThat(refused(new byte[Logo.BYTES_MAX + 1])).isEqualTo("large");
        assertThat(refused(new byte[0])).isEqualTo("kind");
    }

    private static Image drawing(String svg) {
        return Logo.of(svg.getBytes(StandardCharsets.UTF_8)).image();
    }

    private static String refused(byte[] content) {
        return catchThrowableOfType(Image.Unfit.class, () -> Logo.of(content)).what();
    }

    private static byte[] picture(int width, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB), format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
