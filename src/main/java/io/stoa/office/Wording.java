package io.stoa.office;

import io.stoa.events.Event;
import io.stoa.inventory.StockChanged;
import io.stoa.locations.Locations;
import io.stoa.orders.past.PastOrder;
import io.stoa.page.Texts;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says events in plain words. An event without words of its own is told by its name. */
@Component
public class Wording {

    private static final Set<String> BAD =
            Set.of("cancelled", "expired", "rejected", "declined", "lines_cancelled", "lines_lowered", "rerouted", "no_show", "sold_out");
    private static final Set<String> GOOD = Set.of("paid", "fulfilled", "handed_over", "shipped", "captured");

    /** What would drown the rest: counters, and money that only follows what is told anyway. */
    private static final Set<String> SILENT = Set.of(
            StockChanged.TYPE,
            "payments.authorised",
            "payments.captured",
            "fulfilment.picking",
            "catalog.",
            "pricing.",
            "locations.",
            "customers.",
            "access.",
            "staff.",
            "edits.",
            "imports.",
            "mail.message_written",
            "mail.message_sent",
            "sms.message_written",
            "sms.message_sent");

    private static final Pattern SOLD_OUT = Pattern.compile("\"available\":\\s*0\\b");

    private final Locations locations;

    Wording(Locations locations) {
        this.locations = locations;
    }

    /** Whether the event is worth a line on the wall: not every change of a counter is, but that something sold out is. */
    static boolean isTold(Event event) {
        return isSoldOut(event) || SILENT.stream().noneMatch(event.type()::startsWith);
    }

    /** What happened, by whom and where. */
    public Sentence sentence(Event event, Texts texts) {
        var facts = Json.MAPPER.readTree(event.payload());
        var name = isSoldOut(event) ? "inventory.sold_out" : event.type();
        return new Sentence(
                text(name, event, facts, texts),
                texts.get("office.door." + event.channel()),
                actor(event.actor(), texts),
                event.at(),
                tone(name),
                event.order() == null ? null : "/office/orders/" + event.order(),
                Why.of(word(facts, "reason"), texts));
    }

    /** A kind of event in words that fit any of them: its own, or its sentence where that names nothing. */
    public static String kind(String type, Texts texts) {
        return Stream.of("audit.kind.", "office.event.")
                .map(place -> place + type)
                .filter(key -> !texts.get(key).equals(key))
                .findFirst()
                .map(key -> texts.get(key))
                .orElseGet(() -> words(type));
    }

    /** The name of a door. */
    static String door(Channel channel, Texts texts) {
        return texts.get("office.door." + channel);
    }

    /** Where an order of the time before Stoa comes from, with its number there; a source without words says its own name. */
    static String origin(PastOrder.Origin origin, Texts texts) {
        var key = "office.source." + origin.source();
        var name = texts.get(key);
        return texts.get("office.origin", name.equals(key) ? origin.source() : name, origin.number());
    }

    /** The name of a place; its id when it is not known. */
    public String place(LocationId id) {
        var location = locations.byId().get(id);
        return location == null ? id.value() : location.name();
    }

    private String text(String name, Event event, JsonNode facts, Texts texts) {
        var key = "office.event." + name;
        var subject = event.order() != null ? event.order().toString() : event.key().replaceFirst("^[^:]*:", "");
        var told = texts.get(
                key, subject, money(facts, texts), delivery(facts, texts), places(facts), articles(facts, subject));
        return told.equals(key) ? plain(name, event) : told;
    }

    private static String plain(String name, Event event) {
        return words(name) + ": " + event.key().replace(':', ' ');
    }

    private static String words(String name) {
        var words = name.substring(name.indexOf('.') + 1).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String tone(String name) {
        var last = name.substring(name.indexOf('.') + 1);
        if (BAD.stream().anyMatch(last::endsWith)) {
            return "stop";
        }
        return GOOD.stream().anyMatch(last::endsWith) ? "good" : "";
    }

    private static boolean isSoldOut(Event event) {
        return event.type().equals(StockChanged.TYPE) && SOLD_OUT.matcher(event.payload()).find();
    }

    /** Somebody as the log names them, in words. */
    public static String actor(String actor, Texts texts) {
        int colon = actor.indexOf(':');
        var kind = colon < 0 ? actor : actor.substring(0, colon);
        var id = colon < 0 ? "" : actor.substring(colon + 1);
        return texts.get("office.actor." + kind, id);
    }

    private static String money(JsonNode facts, Texts texts) {
        var total = facts.path("total");
        if (total.isObject()) {
            return texts.money(Json.MAPPER.treeToValue(total, Money.class));
        }
        var amount = facts.path(facts.has("minor") ? "minor" : "amount");
        return amount.isNumber() && facts.path("currency").isString()
                ? texts.money(Money.of(amount.asLong(), facts.path("currency").asString()))
                : "";
    }

    private static String delivery(JsonNode facts, Texts texts) {
        var how = word(facts, "delivery");
        return how == null ? "" : texts.get("office.delivery." + how);
    }

    private String places(JsonNode facts) {
        var found = new LinkedHashSet<String>();
        for (var part : facts.path("parts").isArray() ? facts.path("parts") : facts.path("changed")) {
            found.add(part.path("location").asString(""));
        }
        if (facts.path("location").isString()) {
            found.add(facts.path("location").asString());
        }
        return found.stream().filter(id -> !id.isEmpty()).map(id -> place(new LocationId(id))).collect(Collectors.joining(", "));
    }

    /** What sold out, of all that an event of the stock tells; else all of it with its place, or the article that it is about. */
    private String articles(JsonNode facts, String otherwise) {
        var soldOut = new LinkedHashSet<String>();
        var all = new LinkedHashSet<String>();
        for (var row : facts.path("rows")) {
            var sku = row.path("sku").asString("");
            all.add(sku + " (" + place(new LocationId(row.path("location").asString(""))) + ")");
            if (row.path("available").asInt(1) == 0) {
                soldOut.add(sku);
            }
        }
        if (!all.isEmpty()) {
            return String.join(", ", soldOut.isEmpty() ? all : soldOut);
        }
        return Objects.requireNonNullElse(word(facts, "sku"), otherwise);
    }

    private static @Nullable String word(JsonNode facts, String field) {
        return facts.path(field).isString() ? facts.path(field).asString() : null;
    }
}
