package io.stoa.http;

import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Refuses texts that no database column can keep: with a NUL character, or half of a surrogate pair. */
final class CleanText implements Converter<String, String> {

    @Override
    public String convert(String text) {
        return checked(text);
    }

    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("A text has no NUL character");
            }
            if (Character.isSurrogate(c) && !isPair(text, i) && !isPair(text, i - 1)) {
                throw new IllegalArgumentException("A text is whole Unicode characters");
            }
        }
        return text;
    }

    private static boolean isPair(String text, int at) {
        return at >= 0 && at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** The same for texts in JSON; anything but a text is refused. */
    static final class FromJson extends StdScalarDeserializer<String> {
        FromJson() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            try {
                return checked(parser.getString());
            } catch (IllegalArgumentException refused) {
                throw context.instantiationException(String.class, refused);
            }
        }
    }
}
