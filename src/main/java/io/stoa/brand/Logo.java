package io.stoa.brand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final String hash;
    private final String type;
    private final byte[] content;

    /** As it was looked into before. */
    Logo(String hash, String type, byte[] content) {
        this.hash = hash;
        this.type = type;
        this.content = content.clone();
    }

    /** Why a file is no logo. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** What is wrong, for the words of a page: {@code large}, {@code kind}, {@code broken} or {@code active}. */
        private final String what;

        Unfit(String what) {
            super("A logo must be a PNG, a JPEG or a drawing in SVG of at most " + BYTES_MAX / 1024 + " kB: " + what);
            this.what = what;
        }

        public String what() {
            return what;
        }
    }

    /** @throws Unfit when it is too large, of another kind, broken, or would do more than show */
    public static Logo of(byte[] content) {
        if (content.length > BYTES_MAX) {
            throw new Unfit("large");
        }
        var type = type(content);
        if (type.endsWith("xml")) {
            checkDrawing(content);
        } else {
            checkPicture(content);
        }
        return new Logo(hash(content), type, content);
    }

    /** Of its bytes, by which it is named. */
    public String hash() {
        return hash;
    }

    /** The media type, such as {@code image/png}. */
    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
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
        throw new Unfit("kind");
    }

    private static void checkPicture(byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Unfit("broken");
            }
            var reader = readers.next();
            reader.setInput(input);
            if (reader.getWidth(0) > SIDE_MAX || reader.getHeight(0) > SIDE_MAX) {
                throw new Unfit("large");
            }
            var shown = reader.read(0);
            assert shown != null;
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Unfit unfit ? unfit : new Unfit("broken");
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
                    throw new Unfit("active");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    checkElement(reader, first);
                    first = false;
                }
            }
        } catch (XMLStreamException broken) {
            throw new Unfit("broken");
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
            throw new Unfit("kind");
        }
        if (first && !SVG.equals(element.getNamespaceURI())) {
            throw new Unfit("broken");
        }
        if (name.equals("script") || name.equals("foreignobject")) {
            throw new Unfit("active");
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            var attribute = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = element.getAttributeValue(i).strip();
            boolean points = attribute.equals("href") && !value.startsWith("#") && !value.startsWith("data:image/");
            if (attribute.startsWith("on") || points || FETCHES.matcher(value).find()) {
                throw new Unfit("active");
            }
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
