package io.stoa.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which a member of the staff signs in: 1 to 40 of {@code a-z 0-9 . _ -}. */
public record Login(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Login {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A login has 1 to 40 of a-z, 0-9, dot, underscore and hyphen");
        }
    }

    /** What somebody typed, in whatever case; empty when no login looks like that. */
    static Optional<Login> typed(String text) {
        var login = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(login).matches() ? Optional.of(new Login(login)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
