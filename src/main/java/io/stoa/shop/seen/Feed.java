package io.stoa.shop.seen;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML written to whoever asked, as it comes: nothing of it is kept. Characters that XML cannot have are left out. */
final class Feed implements AutoCloseable {

    private final XMLStreamWriter out;

    private Feed(XMLStreamWriter out) {
        this.out = out;
    }

    static Feed xml(HttpServletResponse response) throws IOException, XMLStreamException {
        response.setContentType("application/xml;charset=UTF-8");
        var out = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
        out.writeStartDocument("UTF-8", "1.0");
        return new Feed(out);
    }

    @CanIgnoreReturnValue
    Feed open(String name) throws XMLStreamException {
        out.writeStartElement(name);
        return this;
    }

    @CanIgnoreReturnValue
    Feed namespace(String address) throws XMLStreamException {
        out.writeDefaultNamespace(address);
        return this;
    }

    @CanIgnoreReturnValue
    Feed namespace(String prefix, String address) throws XMLStreamException {
        out.writeNamespace(prefix, address);
        return this;
    }

    @CanIgnoreReturnValue
    Feed attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, value);
        return this;
    }

    @CanIgnoreReturnValue
    Feed element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
        return this;
    }

    void close(String name) throws XMLStreamException {
        out.writeEndElement();
    }

    @Override
    public void close() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
    }

    /** XML 1.0, production 2. */
    static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
