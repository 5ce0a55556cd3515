package io.stoa.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code to be drawn on a page: the path fills its dark modules, one unit each, on a ground of {@code side} units with the
 * four light ones around it that ISO/IEC 18004 asks for.
 */
public record QrCode(int side, String path) {

    private static final int QUIET = 4;

    /** A seventh of it may be dirty or covered. @throws IllegalArgumentException when the text does not fit into one */
    public static QrCode of(String text) {
        try {
            var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                row(modules.getArray()[y], y, path);
            }
            return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("This does not fit into a QR code", tooLong);
        }
    }

    /** Dark modules side by side are drawn as one, so that no light shines through between them. */
    private static void row(byte[] modules, int y, StringBuilder path) {
        for (int x = 0; x < modules.length; x++) {
            int start = x;
            while (x < modules.length && modules[x] == 1) {
                x++;
            }
            if (x > start) {
                path.append('M').append(start + QUIET).append(' ').append(y + QUIET).append('h').append(x - start).append("v1H")
                        .append(start + QUIET).append('z');
            }
        }
    }
}
