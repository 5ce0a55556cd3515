package io.stoa.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Makes JSON keep the promise of the types: a component of one of our records is required and never null unless it says
 * {@code @Nullable}; a list or map that is left out is empty.
 */
final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return (isOurs(member) && !isNullable(member) && !isMany(member)) ? Boolean.TRUE : null;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson's own default is null, for: no opinion
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        if (!isOurs(member) || isNullable(member)) {
            return JsonSetter.Value.empty();
        }
        return isMany(member)
                ? JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)
                : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    private static boolean isOurs(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()
                && parameter.getDeclaringClass().getName().startsWith("io.stoa.");
    }

    private static boolean isMany(Annotated member) {
        return Collection.class.isAssignableFrom(member.getRawType())
                || Map.class.isAssignableFrom(member.getRawType());
    }

    private static boolean isNullable(Annotated member) {
        var parameter = (AnnotatedParameter) member;
        return parameter.getOwner().getMember() instanceof Constructor<?> constructor
                && says(constructor.getAnnotatedParameterTypes()[parameter.getIndex()]);
    }

    private static boolean says(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
