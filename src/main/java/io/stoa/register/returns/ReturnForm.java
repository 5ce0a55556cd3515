package io.stoa.register.returns;

import io.stoa.returns.Disposition;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnKind;
import io.stoa.returns.ReturnLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was filled in to take goods back. Each line of the order has fields of its own: {@code pieces.1}, {@code reason.1} and
 * {@code goods.1}. Lines without pieces stay with the customer. {@code why} and the name of a {@code manager} are there when the
 * policy is to be overruled.
 */
record ReturnForm(
        String order,
        String key,
        ReturnKind kind,
        List<NewReturn.Line> lines,
        Map<Integer, Disposition> goods,
        String why,
        String manager) {

    private static final int KEY_MAX = 300;

    static ReturnForm read(Map<String, String> form) {
        var lines = ReturnLines.read(form);
        var goods = goods(form, lines.stream().map(NewReturn.Line::line).toList());
        var key = text(form, "key");
        return new ReturnForm(
                text(form, "order"),
                "till:" + key.substring(0, Math.min(KEY_MAX / 2, key.length())),
                "EXCHANGE".equals(form.get("kind")) ? ReturnKind.EXCHANGE : ReturnKind.RETURN,
                lines,
                goods,
                text(form, "why"),
                text(form, "manager"));
    }

    private static String text(Map<String, String> form, String field) {
        return Objects.requireNonNullElse(form.get(field), "").strip();
    }

    /** What becomes of these lines: on sale again, unless it says otherwise. */
    static Map<Integer, Disposition> goods(Map<String, String> form, List<Integer> lines) {
        var goods = new HashMap<Integer, Disposition>();
        lines.forEach(line -> goods.put(
                line, "DAMAGE".equals(form.get("goods." + line)) ? Disposition.DAMAGE : Disposition.RESTOCK));
        return goods;
    }
}
