package io.stoa.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Locator;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a phone reads off a screen. */
public final class Codes {

    private Codes() {}

    private static final int LOOKS = 20;
    /** A dot of a small code is two and a half pixels wide on a screen; a phone that is held to it sees more of them. */
    private static final int NEAREST = 4;

    /** The text of the code that is shown there; looks again while it is still being drawn, and from nearer, as a phone does. */
    public static String read(Locator shown) throws IOException, NotFoundException {
        for (int look = 1; look < LOOKS; look++) {
            try {
                return read(shown.screenshot());
            } catch (NotFoundException unread) {
                shown.page().waitForTimeout(100);
            }
        }
        return read(shown.screenshot());
    }

    /** The text of the one code in a picture. @throws NotFoundException when there is none that can be read */
    public static String read(byte[] picture) throws IOException, NotFoundException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        for (int near = 1; near < NEAREST; near++) {
            try {
                return read(image, near);
            } catch (NotFoundException unread) {
                // From nearer, then.
            }
        }
        return read(image, NEAREST);
    }

    private static String read(BufferedImage image, int near) throws NotFoundException {
        int width = image.getWidth() * near;
        int height = image.getHeight() * near;
        var seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = seen.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, null);
        brush.dispose();
        var source = new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
        var hints = Map.of(DecodeHintType.TRY_HARDER, true);
        return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText();
    }
}
