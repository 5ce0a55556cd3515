package io.stoa.catalog;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import io.stoa.shared.Image;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;

/**
 * A photograph of an article as it is shown: a JPEG, or a PNG where something shines through, made anew from what was brought. So
 * it opens everywhere, is no larger than a page needs, and says nothing of the camera, the place or whatever else was in the file.
 */
public final class Picture {

    public static final int BYTES_MAX = 6 << 20;
    private static final long DOTS_MAX = 50_000_000;
    private static final int SIDE = 1_600;
    private static final float QUALITY = 0.86f;
    private static final Set<String> KINDS = Set.of("jpeg", "png", "webp");

    /** Pictures that are unfolded at the same moment; each may need some hundred megabytes. */
    private static final Semaphore ROOM = new Semaphore(1);

    private final Image image;

    Picture(Image image) {
        this.image = image;
    }

    /**
     * What the file is, its first bytes say, not its name.
     *
     * @throws Image.Unfit when it is too {@code large}, of another {@code kind}, or {@code broken}
     */
    public static Picture of(byte[] content) {
        if (content.length > BYTES_MAX) {
            throw unfit("large");
        }
        ROOM.acquireUninterruptibly();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var shown = upright(read(input), turned(content));
            var type = shown.getColorModel().hasAlpha() ? "png" : "jpeg";
            var made = written(drawn(shown), type);
            return new Picture(Image.of("image/" + type, made));
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Image.Unfit unfit ? unfit : unfit("broken");
        } finally {
            ROOM.release();
        }
    }

    public Image image() {
        return image;
    }

    /** Where it lies; another picture has another address. */
    public String url() {
        return "/media/picture/" + image.hash();
    }

    private static Image.Unfit unfit(String what) {
        return new Image.Unfit("A picture is a JPEG, PNG or WebP of at most " + (BYTES_MAX >> 20) + " MB and 50 million dots", what);
    }

    private static BufferedImage read(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw unfit("kind");
        }
        var reader = readers.next();
        try {
            if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw unfit("kind");
            }
            reader.setInput(input);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > DOTS_MAX) {
                throw unfit("large");
            }
            return reader.read(0, coarse(reader));
        } finally {
            reader.dispose();
        }
    }

    /** What is far larger than it is shown is read with fewer dots. */
    private static ImageReadParam coarse(ImageReader reader) throws IOException {
        int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return how;
    }

    /** How often a quarter of a circle the camera was turned, as it says beside the picture (Exif 2.32, orientation). */
    private static int turned(byte[] content) {
        if (content.length < 2 || content[0] != (byte) 0xff) {
            return 0;
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var said = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
            if (said.isEmpty()) {
                return 0;
            }
            var exif = said.getFirst().data();
            exif.skipNBytes(1);
            try (var inside = ImageIO.createImageInputStream(exif)) {
                var orientation = new TIFFReader().read(inside).getEntryById(TIFF.TAG_ORIENTATION);
                return orientation == null ? 0 : switch (((Number) orientation.getValue()).intValue()) {
                    case 3 -> 2;
                    case 6 -> 1;
                    case 8 -> 3;
                    default -> 0;
                };
            }
        } catch (IOException | RuntimeException unsaid) {
            return 0;
        }
    }

    private static BufferedImage upright(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        boolean lying = quarters % 2 == 1;
        int wide = lying ? picture.getHeight() : picture.getWidth();
        int high = lying ? picture.getWidth() : picture.getHeight();
        var turn = AffineTransform.getTranslateInstance(wide / 2.0, high / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        var upright = like(picture, wide, high);
        var brush = upright.createGraphics();
        brush.drawImage(picture, turn, null);
        brush.dispose();
        return upright;
    }

    /** No larger than a page needs, in halves, so that fine lines do not flicker. */
    private static BufferedImage drawn(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        int wanted = Math.max(Math.min(longest, SIDE), longest / 2);
        int wide = Math.max(1, Math.toIntExact((long) picture.getWidth() * wanted / longest));
        int high = Math.max(1, Math.toIntExact((long) picture.getHeight() * wanted / longest));
        var smaller = like(picture, wide, high);
        Graphics2D brush = smaller.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(picture, 0, 0, wide, high, null);
        brush.dispose();
        return wanted > SIDE ? drawn(smaller) : smaller;
    }

    private static BufferedImage like(BufferedImage picture, int wide, int high) {
        boolean clear = picture.getColorModel().hasAlpha();
        return new BufferedImage(wide, high, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] written(BufferedImage picture, String type) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(type).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (type.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
