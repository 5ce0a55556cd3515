package io.stoa.shop.scan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A photograph of a bar code or QR code. */
final class Photograph {

    /** A picture of a few bytes may unfold to gigabytes; phones make none beyond this once the page has made them smaller. */
    private static final int SIDE_MAX = 3_000;

    private Photograph() {}

    /** What stands in it; empty when it is no picture, too large, or shows no code that can be read. */
    static Optional<String> read(byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                return reader.getWidth(0) > SIDE_MAX || reader.getHeight(0) > SIDE_MAX ? Optional.empty() : decoded(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(BufferedImage picture) {
        int wide = picture.getWidth();
        int high = picture.getHeight();
        var light = new RGBLuminanceSource(wide, high, picture.getRGB(0, 0, wide, high, null, 0, wide));
        try {
            var hints = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);
            return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(light)), hints).getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
