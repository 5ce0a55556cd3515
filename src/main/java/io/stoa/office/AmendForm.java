package io.stoa.office;

import io.stoa.locations.Address;
import io.stoa.orders.Contact;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an open order shall be instead, as it was typed, and what has to be put right, by field. */
public record AmendForm(Map<String, String> typed, Map<String, String> errors) {

    private static final int TYPED_MAX = 200;
    private static final String PIECES = "pieces-";

    /** The order as it is, under what was typed. */
    static AmendForm of(OrderView order, Map<String, String> typing) {
        var typed = new LinkedHashMap<String, String>();
        put(typed, "name", order.contact().name());
        put(typed, "email", order.contact().email());
        put(typed, "phone", order.contact().phone());
        var address = order.address();
        if (address != null) {
            put(typed, "to", address.name());
            put(typed, "line1", address.line1());
            put(typed, "line2", address.line2());
            put(typed, "city", address.city());
            put(typed, "region", address.region());
            put(typed, "postcode", address.postcode());
            put(typed, "country", address.country());
        }
        order.lines().forEach(line -> put(typed, PIECES + line.number(), String.valueOf(left(line))));
        typed.putAll(typing);
        return new AmendForm(Map.copyOf(typed), new LinkedHashMap<>());
    }

    /** Pieces that are wanted still, with the customer or not. */
    public static int left(OrderView.Line line) {
        return line.quantity() - line.cancelled();
    }

    /** What stands in a field. */
    public String text(String field) {
        var text = typed.getOrDefault(field, "").strip();
        return text.substring(0, Math.min(TYPED_MAX, text.length()));
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Whether one of its fields has to be put right, so that the form stands open. */
    public boolean isWrong(boolean pieces) {
        return errors.keySet().stream()
                .anyMatch(field -> (field.startsWith(PIECES) || field.equals("why")) == pieces);
    }

    /** How many pieces of each line stay; empty when something is wrong, which {@link #errors} then says. */
    Optional<Map<Integer, Integer>> pieces(OrderView order, Texts texts) {
        var wanted = new TreeMap<Integer, Integer>();
        for (var line : order.lines()) {
            var text = text(PIECES + line.number());
            boolean fits = text.matches("\\d{1,6}")
                    && Integer.parseInt(text) <= left(line)
                    && Integer.parseInt(text) >= line.fulfilled();
            if (fits) {
                wanted.put(line.number(), Integer.parseInt(text));
            } else if (typed.containsKey(PIECES + line.number())) {
                errors.put(
                        PIECES + line.number(),
                        texts.get("office.amend.error.pieces", line.fulfilled(), left(line)));
            }
        }
        if (text("why").isEmpty()) {
            errors.put("why", texts.get("office.amend.error.why"));
        }
        if (errors.isEmpty() && order.lines().stream().allMatch(line -> left(line) == wanted.getOrDefault(line.number(), left(line)))) {
            errors.put(PIECES + order.lines().getFirst().number(), texts.get("office.amend.error.same"));
        }
        return errors.isEmpty() ? Optional.of(wanted) : Optional.empty();
    }

    /** Whom to tell; null when something is wrong. Who could be told before must not be out of reach afterwards. */
    @Nullable Contact contact(Contact before, Texts texts) {
        boolean reached = before.email() != null || before.phone() != null;
        if (reached && text("email").isEmpty() && text("phone").isEmpty()) {
            errors.put("email", texts.get("office.amend.error.reach"));
            return null;
        }
        try {
            return new Contact(text("name"), text("email"), text("phone"));
        } catch (IllegalArgumentException refused) {
            errors.put("email", texts.get("office.amend.error.email"));
            return null;
        }
    }

    /** Where to send it; null when something is wrong. */
    @Nullable Address address(Texts texts) {
        for (var field : new String[] {"line1", "city"}) {
            if (text(field).isEmpty()) {
                errors.put(field, texts.get("office.amend.error." + field));
            }
        }
        try {
            return errors.isEmpty() ? typedAddress() : null;
        } catch (IllegalArgumentException refused) {
            errors.put("country", texts.get("office.amend.error.country"));
            return null;
        }
    }

    private Address typedAddress() {
        return new Address(
                text("to"), text("line1"), text("line2"), text("city"), text("region"), text("postcode"), text("country"));
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        typed.put(field, Objects.requireNonNullElse(value, ""));
    }
}
