package io.stoa.http.reference;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A nested type carries the name of what it belongs to, for an order's line and a cart's are two things. What belongs to a
 * resource only has its own name.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    static String reference(Class<?> type) {
        return "#/components/schemas/" + name(type);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = type.isMemberClass() ? name(type) : super.nameForClass(type, options);
        var other = taken.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("Two types would be one schema: " + other + " and " + type);
        }
        return name;
    }

    private static String name(Class<?> type) {
        var around = type.isMemberClass() ? type.getDeclaringClass().getSimpleName() : "";
        return around.matches(".*(Resource|Controller|Editing)") ? type.getSimpleName() : around + type.getSimpleName();
    }
}
