package io.stoa.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** What a phone reads off a screen. */
public final class Codes {

    private Codes() {}

    private static final int LOOKS = 20;

    /** The text of the code that is shown there; looks again while it is still being drawn, as a phone does. */
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
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
}
