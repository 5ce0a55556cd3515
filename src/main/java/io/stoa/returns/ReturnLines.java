package io.stoa.returns;

import io.stoa.shared.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in on a page about goods that come back: each line of the order has fields of its own, {@code pieces.1} and
 * {@code reason.1}. Lines without pieces stay with the customer; a reason that is none is another one.
 */
public final class ReturnLines {

    private ReturnLines() {}

    public static List<NewReturn.Line> read(Map<String, String> form) {
        var lines = new ArrayList<NewReturn.Line>();
        form.forEach((field, value) -> {
            int pieces = field.matches("pieces\\.[1-9][0-9]{0,2}") && value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
            if (pieces > 0) {
                int line = Integer.parseInt(field.substring("pieces.".length()));
                lines.add(new NewReturn.Line(line, Quantity.of(pieces), reason(form.get("reason." + line))));
            }
        });
        return lines;
    }

    private static ReturnReason reason(@Nullable String typed) {
        return Arrays.stream(ReturnReason.values())
                .filter(reason -> reason.name().equals(typed))
                .findFirst()
                .orElse(ReturnReason.OTHER);
    }
}
