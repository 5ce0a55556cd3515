package io.stoa.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a body of the right shape whose texts and numbers are wrong, so that it gets past the first gate. */
final class Shape {

    private static final int DEPTH_MAX = 6;

    private Shape() {}

    /** What Jackson would write for such a value, with this text for every text and this number for every number. */
    static @Nullable Object of(Type type, String text, Object number, int depth) {
        if (depth > DEPTH_MAX) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var inner = of(arguments[arguments.length - 1], text, number, depth + 1);
            return Map.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? Map.of("key", inner == null ? text : inner)
                    : Arrays.asList(inner, inner);
        }
        return type instanceof Class<?> plain ? ofClass(plain, text, number, depth) : text;
    }

    private static @Nullable Object ofClass(Class<?> type, String text, Object number, int depth) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return number;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return List.of(text);
        }
        return type.isRecord() ? ofRecord(type, text, number, depth) : text;
    }

    private static @Nullable Object ofRecord(Class<?> type, String text, Object number, int depth) {
        var components = type.getRecordComponents();
        if (components.length == 1 && isItsOwnJson(components[0])) {
            return of(components[0].getGenericType(), text, number, depth + 1);
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var component : components) {
            all.put(component.getName(), of(component.getGenericType(), text, number, depth + 1));
        }
        return all;
    }

    private static boolean isItsOwnJson(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonValue.class);
    }
}
