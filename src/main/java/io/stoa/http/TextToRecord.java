package io.stoa.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Reads a value record of one component, such as an order's id, from a path, a parameter or a header. */
final class TextToRecord implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return target.getType().getName().startsWith("io.stoa.")
                && constructor(target.getType()).isPresent();
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        if (source == null) {
            return null;
        }
        var text = CleanText.checked(source.toString());
        return make(constructor(to.getType()).orElseThrow(), text);
    }

    private static Optional<Constructor<?>> constructor(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1) {
            return Optional.empty();
        }
        var component = type.getRecordComponents()[0].getType();
        if (component != String.class && component != long.class && component != int.class) {
            return Optional.empty();
        }
        try {
            var constructor = type.getDeclaredConstructor(component);
            constructor.trySetAccessible();
            return Optional.of(constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A record without its constructor: " + type, impossible);
        }
    }

    private static Object make(Constructor<?> constructor, String text) {
        try {
            return constructor.newInstance(component(constructor.getParameterTypes()[0], text));
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record that cannot be made", impossible);
        }
    }

    private static Object component(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        try {
            return type == int.class ? (Object) Integer.parseInt(text) : (Object) Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Send a whole number here", notANumber);
        }
    }
}
