package io.stoa.register.returns;

import io.stoa.returns.Disposition;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnReason;
import io.stoa.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in to take goods back. Each line of the order has fields of its own: {@code pieces.1}, {@code reason.1} and
 * {@code goods.1}. Lines without pieces stay with the customer.
 */
record ReturnForm(String order, String key, List<NewReturn.Line> lines, Map<Integer, Disposition> goods) {

    private static final int KEY_MAX = 300;

    static ReturnForm read(Map<String, String> form) {
        var lines = new ArrayList<NewReturn.Line>();
        var goods = new HashMap<Integer, Disposition>();
        form.forEach((field, value) -> {
            int pieces = field.matches("pieces\\.[1-9][0-9]{0,2}") && value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
            if (pieces > 0) {
                int line = Integer.parseInt(field.substring("pieces.".length()));
                lines.add(new NewReturn.Line(line, Quantity.of(pieces), reason(form.get("reason." + line))));
                goods.put(line, "DAMAGE".equals(form.get("goods." + line)) ? Disposition.DAMAGE : Disposition.RESTOCK);
            }
        });
        var key = Objects.requireNonNullElse(form.get("key"), "");
        return new ReturnForm(
                Objects.requireNonNullElse(form.get("order"), ""),
                "till:" + key.substring(0, Math.min(KEY_MAX / 2, key.length())),
                lines,
                goods);
    }

    private static ReturnReason reason(@Nullable String typed) {
        for (var reason : ReturnReason.values()) {
            if (reason.name().equals(typed)) {
                return reason;
            }
        }
        return ReturnReason.OTHER;
    }
}
