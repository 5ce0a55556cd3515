package io.stoa.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/** A photograph of a bar code or QR code, or one picture of a camera that is held above it. Thread-safe. */
public final class Photograph {

    /** A picture of a few bytes may unfold to gigabytes; phones make none beyond this once the page has made them smaller. */
    private static final int SIDE_MAX = 3_000;

    /** Pictures of cameras that are looked at in the same moment; further ones are passed over, the next comes soon. */
    private static final int AT_ONCE_MAX = 2;

    private static final Semaphore ROOM = new Semaphore(AT_ONCE_MAX);
    private static final Map<DecodeHintType, Object> THOROUGH = Map.of(DecodeHintType.TRY_HARDER, true);
    /** What is on goods, cards and screens: looking for all that there is takes longer and finds codes where there are none. */
    private static final Map<DecodeHintType, Object> IN_PASSING = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.EAN_8,
                    BarcodeFormat.UPC_A,
                    BarcodeFormat.UPC_E,
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.QR_CODE));

    private Photograph() {}

    /** What stands in it; empty when it is no picture, too large, or shows no code that can be read. */
    public static Optional<String> read(byte[] content) {
        return read(content, THOROUGH);
    }

    /** The same for one of many pictures; empty as well while others are looked at. */
    public static Optional<String> glance(byte[] content) {
        if (!ROOM.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return read(content, IN_PASSING);
        } finally {
            ROOM.release();
        }
    }

    private static Optional<String> read(byte[] content, Map<DecodeHintType, Object> hints) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                return reader.getWidth(0) > SIDE_MAX || reader.getHeight(0) > SIDE_MAX ? Optional.empty() : decoded(reader.read(0), hints);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(BufferedImage picture, Map<DecodeHintType, Object> hints) {
        int wide = picture.getWidth();
        int high = picture.getHeight();
        var light = new RGBLuminanceSource(wide, high, picture.getRGB(0, 0, wide, high, null, 0, wide));
        try {
            return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(light)), hints).getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
