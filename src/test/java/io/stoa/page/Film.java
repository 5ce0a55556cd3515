package io.stoa.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.oned.EAN13Writer;
import io.stoa.catalog.Gtin;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a camera sees that is held above a shelf: bare board, then a label. As YUV4MPEG2, which Chromium takes for a camera. */
public final class Film {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int A_SECOND = 10;
    private static final byte BOARD = (byte) 190;

    private Film() {}

    /** Half a second of the board, then a second and a half of the code, which moves a little as a hand does. */
    public static Path of(Gtin gtin, Path folder) throws IOException {
        var file = Files.createDirectories(folder).resolve(gtin + ".y4m");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420\n".formatted(WIDTH, HEIGHT, A_SECOND).getBytes(StandardCharsets.US_ASCII));
            for (int picture = 0; picture < 2 * A_SECOND; picture++) {
                picture(picture < A_SECOND / 2 ? board() : label(gtin, 3 * (picture % 3)), out);
            }
        }
        return file;
    }

    private static void picture(byte[] light, OutputStream out) throws IOException {
        var colour = new byte[light.length / 2];
        Arrays.fill(colour, (byte) 128);
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(light);
        out.write(colour);
    }

    private static byte[] board() {
        var light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, BOARD);
        return light;
    }

    /** Bars on white paper, printed not quite black. */
    private static byte[] label(Gtin gtin, int shift) {
        var light = board();
        var bars = new EAN13Writer().encode(gtin.digits(), BarcodeFormat.EAN_13, 400, 160);
        for (int y = 0; y < bars.getHeight(); y++) {
            for (int x = 0; x < bars.getWidth(); x++) {
                light[(y + 150 + shift) * WIDTH + x + 110 + shift] = (byte) (bars.get(x, y) ? 40 : 225);
            }
        }
        return light;
    }
}
