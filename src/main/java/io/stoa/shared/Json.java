package io.stoa.shared;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Stoa stores it in its own tables and events: ISO dates, no unknown surprises, compact. */
public final class Json {

    public static final JsonMapper MAPPER =
            JsonMapper.builder().findAndAddModules().build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads what {@link #write} wrote; anything else ends in a {@link JacksonException}. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
