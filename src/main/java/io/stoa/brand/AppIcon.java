package io.stoa.brand;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * The brand as a picture of points, for phones that put no drawings on their first screen. {@code FULL} reaches every edge and
 * keeps what matters within the middle four fifths, so that a phone may cut it into its own shape (W3C manifest, "maskable").
 */
final class AppIcon {

    private static final double LETTER = 0.44;
    private static final double LETTER_FULL = 0.36;
    private static final double RING = 0.16;

    private AppIcon() {}

    enum Ground {
        SHAPED,
        FULL
    }

    /** A PNG of that many points each way. */
    static byte[] of(BrandKit kit, int side, Ground ground) {
        var shades = Palette.of(kit.colour()).day();
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.decode(shades.accent().hex()));
        double round = ground == Ground.FULL ? 0 : side * Icon.round(kit) / 16.0;
        pen.fill(new RoundRectangle2D.Double(0, 0, side, side, round, round));
        pen.setColor(Color.decode(shades.on().hex()));
        mark(pen, kit, side, ground == Ground.FULL ? LETTER_FULL : LETTER);
        pen.dispose();
        return png(picture);
    }

    /** Its letter in the middle; a ring on a machine without any typeface, or with none for this letter. */
    private static void mark(Graphics2D pen, BrandKit kit, int side, double share) {
        try {
            var letter = letter(kit);
            var box = letter.getBounds2D();
            if (!box.isEmpty()) {
                double scale = side * share / Math.max(box.getWidth(), box.getHeight());
                var middle = new AffineTransform();
                middle.translate(side / 2.0, side / 2.0);
                middle.scale(scale, scale);
                middle.translate(-box.getCenterX(), -box.getCenterY());
                pen.fill(middle.createTransformedShape(letter));
                return;
            }
        } catch (RuntimeException | LinkageError | InternalError noTypeface) {
            // What Java throws where no typeface is installed differs by version.
        }
        pen.setStroke(new BasicStroke((float) (side * share / 5)));
        pen.draw(new Ellipse2D.Double(side * (0.5 - RING), side * (0.5 - RING), side * RING * 2, side * RING * 2));
    }

    /** Its outline, of no size where the typeface has none for it. */
    private static Shape letter(BrandKit kit) {
        var letter = Character.toString(kit.name().codePointAt(0)).toUpperCase(Locale.ROOT);
        var font = new Font(Font.SANS_SERIF, Font.BOLD, 100);
        return font.canDisplayUpTo(letter) < 0
                ? font.createGlyphVector(new FontRenderContext(null, true, true), letter).getOutline()
                : new Ellipse2D.Double();
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "png", bytes)) {
                throw new IllegalStateException("Every Java writes PNG");
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
