package io.stoa.office;

import io.stoa.page.Texts;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why something happened, in the reader's language. What people wrote stays as they wrote it. */
final class Why {

    /** Reasons of ours that say nothing which the event itself does not. */
    private static final Set<String> TOLD = Set.of("readdressed", "returned", "all done", "not paid in time");

    private static final Map<String, String> OURS = Map.of(
            "the customer cancelled in the shop", "office.why.customer",
            "The sale at the till was refused", "office.why.sale");

    private static final Pattern REJECTED = Pattern.compile("shipment \\d+ rejected: ([A-Z_]+)(, and .*)?");
    private static final Pattern UNCOLLECTED = Pattern.compile("shipment \\d+ not collected");
    private static final Pattern NUMBER = Pattern.compile("shipment:\\d+(:\\d+)?");

    private Why() {}

    static @Nullable String of(@Nullable String reason, Texts texts) {
        if (reason == null || TOLD.contains(reason) || NUMBER.matcher(reason).matches()) {
            return null;
        }
        var rejected = REJECTED.matcher(reason);
        if (rejected.matches()) {
            var why = texts.get("office.why." + rejected.group(1));
            return rejected.group(2) == null ? why : texts.get("office.why.nowhere", why);
        }
        var key = UNCOLLECTED.matcher(reason).matches() ? "office.why.uncollected" : OURS.get(reason);
        return key == null ? reason : texts.get(key);
    }
}
