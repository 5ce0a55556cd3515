package io.stoa.office.audit;

import io.stoa.events.Event;
import io.stoa.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values that an event tells, each beside what it was: the event says so itself, or the one before it of the same kind does. */
final class Values {

    private static final int VALUES_MAX = 200;

    private Values() {}

    static List<AuditShown.Value> of(Event event, @Nullable Event earlier) {
        var told = Json.MAPPER.readTree(event.payload());
        if (told.has("after") || told.has("before")) {
            var rest = new ArrayList<>(beside(flat(told.path("before")), flat(told.path("after"))));
            flat(told).forEach((name, value) -> {
                if (!name.startsWith("before") && !name.startsWith("after")) {
                    rest.add(new AuditShown.Value(name, null, value));
                }
            });
            return rest.subList(0, Math.min(VALUES_MAX, rest.size()));
        }
        var before = earlier == null ? Map.<String, String>of() : flat(Json.MAPPER.readTree(earlier.payload()));
        return beside(before, flat(told));
    }

    private static List<AuditShown.Value> beside(Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(after.keySet());
        names.addAll(before.keySet());
        return names.stream()
                .limit(VALUES_MAX)
                .map(name -> new AuditShown.Value(name, before.get(name), after.get(name)))
                .toList();
    }

    private static Map<String, String> flat(JsonNode node) {
        var flat = new TreeMap<String, String>();
        add("", node, flat);
        return flat;
    }

    /** A list of plain values is one value; a thing of things is told by its path. */
    private static void add(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(one -> add(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue(), flat));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "." + (i + 1), node.get(i), flat);
            }
        } else if (node.isArray()) {
            flat.put(path, String.join(", ", node.valueStream().map(one -> one.asString("")).sorted().toList()));
        } else if (!node.isNull() && !node.isMissingNode()) {
            flat.put(path, node.asString(""));
        }
    }
}
