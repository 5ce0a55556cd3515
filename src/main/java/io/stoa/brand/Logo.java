package io.stoa.brand;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stoa.shared.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A picture that was looked into: a PNG or JPEG that can be shown, or an SVG that only draws. */
public final class Logo {

    public static final int BYTES_MAX = 256 * 1024;
    private static final int SIDE_MAX = 4_000;
    private static final int START = 64;
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** What fetches something that is not in the drawing itself. */
    private static final Pattern FETCHES = Pattern.compile("@import|url\\(\\s*['\"]?\\s*(?!#|data:image/|['\"\\s])", Pattern.CASE_INSENSITIVE);

    private final Image image;

    Logo(Image image) {
        this.image = image;
    }

    /** @throws Image.Unfit when it is too {@code large}, of another {@code kind}, {@code broken}, or would do more than show: {@code active} */
    public static Logo of(byte[] content) {
        if (content.length > BYTES_MAX) {
            throw unfit("large");
        }
        var type = type(content);
        if (type.endsWith("xml")) {
            checkDrawing(content);
        } else {
            checkPicture(content);
        }
        return new Logo(Image.of(type, content));
    }

    public Image image() {
        return image;
    }

    private static Image.Unfit unfit(String what) {
        return new Image.Unfit("A logo must be a PNG, a JPEG or a drawing in SVG of at most " + BYTES_MAX / 1024 + " kB", what);
    }

    /** By its first bytes; what it is called says nothing. */
    private static String type(byte[] content) {
        var start = HexFormat.of().formatHex(Arrays.copyOf(content, 8));
        if (start.equals("89504e470d0a1a0a")) {
            return "image/png";
        }
        if (start.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        if (new String(content, 0, Math.min(content.length, START), UTF_8).replace("\ufeff", "").stripLeading().startsWith("<")) {
            return "image/svg+xml";
        }
        throw unfit("kind");
    }

    private static void checkPicture(byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unfit("broken");
            }
            var reader = readers.next();
            reader.setInput(input);
            if (reader.getWidth(0) > SIDE_MAX || reader.getHeight(0) > SIDE_MAX) {
                throw unfit("large");
            }
            var shown = reader.read(0);
            assert shown != null;
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Image.Unfit unfit ? unfit : unfit("broken");
        }
    }

    private static void checkDrawing(byte[] content) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            boolean first = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (isActive(event, reader)) {
                    throw unfit("active");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    checkElement(reader, first);
                    first = false;
                }
            }
        } catch (XMLStreamException broken) {
            throw unfit("broken");
        }
    }

    /** A bare document type is what many programs write, and nobody reads what it names. */
    private static boolean isActive(int event, XMLStreamReader reader) {
        return switch (event) {
            case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.PROCESSING_INSTRUCTION -> true;
            case XMLStreamConstants.DTD -> String.valueOf(reader.getText()).contains("[");
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> FETCHES.matcher(reader.getText()).find();
            default -> false;
        };
    }

    /** Browsers run nothing in a picture; a logo that asks for it is refused all the same, for it may be shown elsewhere. */
    private static void checkElement(XMLStreamReader element, boolean first) {
        var name = element.getLocalName().toLowerCase(Locale.ROOT);
        if (first && !name.equals("svg")) {
            throw unfit("kind");
        }
        if (first && !SVG.equals(element.getNamespaceURI())) {
            throw unfit("broken");
        }
        if (name.equals("script") || name.equals("foreignobject")) {
            throw unfit("active");
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            var attribute = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = element.getAttributeValue(i).strip();
            boolean points = attribute.equals("href") && !value.startsWith("#") && !value.startsWith("data:image/");
            if (attribute.startsWith("on") || points || FETCHES.matcher(value).find()) {
                throw unfit("active");
            }
        }
    }
}
