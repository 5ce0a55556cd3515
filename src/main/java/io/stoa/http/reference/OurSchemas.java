package io.stoa.http.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the document what our types promise: a value is written as its one component, and what is not nullable is required. */
final class OurSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = raw(type).getRawClass();
        if (raw == Currency.class) {
            return new StringSchema().description("ISO 4217").example("USD");
        }
        if (isValue(raw)) {
            var inner = new AnnotatedType(raw.getRecordComponents()[0].getGenericType());
            return context.resolve(inner.resolveAsRef(type.isResolveAsRef()));
        }
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var reference = schema == null ? null : schema.get$ref();
        var defined = reference == null ? schema : context.getDefinedModels().get(lastOf(reference));
        if (defined != null) {
            complete(defined, raw);
        }
        return schema;
    }

    private static void complete(Schema<?> schema, Class<?> raw) {
        if (isOurRecord(raw)) {
            Arrays.stream(raw.getRecordComponents())
                    .filter(OurSchemas::isRequired)
                    .map(RecordComponent::getName)
                    .filter(name -> schema.getProperties() != null
                            && schema.getProperties().containsKey(name))
                    .filter(name -> schema.getRequired() == null
                            || !schema.getRequired().contains(name))
                    .forEach(schema::addRequiredItem);
        }
        var kinds = raw.getAnnotation(JsonSubTypes.class);
        if (kinds != null && schema.getDiscriminator() != null) {
            for (var kind : kinds.value()) {
                schema.getDiscriminator().mapping(kind.name(), SchemaNames.reference(kind.value()));
            }
        }
    }

    private static JavaType raw(AnnotatedType type) {
        return TypeFactory.defaultInstance().constructType(type.getType());
    }

    private static String lastOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static boolean isOurRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("io.stoa.");
    }

    private static boolean isValue(Class<?> type) {
        return isOurRecord(type)
                && type.getRecordComponents().length == 1
                && (type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class)
                        || isMadeOfOne(type));
    }

    private static boolean isMadeOfOne(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .map(constructor -> constructor.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    /** As {@code RequiredUnlessNullable} reads it: a list or map that is left out is empty. */
    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !Collection.class.isAssignableFrom(component.getType())
                && !Map.class.isAssignableFrom(component.getType());
    }
}
