package io.stoa.register.drawer;

import io.stoa.drawer.Count;
import io.stoa.drawer.Denominations;
import io.stoa.page.Texts;
import io.stoa.shared.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form in which notes and coins are counted, as it was typed: a field {@code n2000} for each worth. */
public record CountForm(Currency currency, Map<String, String> typed) {

    private static final int REASON_MAX = 200;

    public CountForm {
        typed = Map.copyOf(typed);
    }

    /** One field; {@code worth} is in the smallest unit. */
    public record Field(String name, long worth, String label, String typed) {}

    public List<Field> notes(Texts texts) {
        return fields(true, texts);
    }

    public List<Field> coins(Texts texts) {
        return fields(false, texts);
    }

    private List<Field> fields(boolean notes, Texts texts) {
        return Denominations.of(currency).stream()
                .filter(worth -> Denominations.isNote(worth, currency) == notes)
                .map(worth -> new Field(
                        "n" + worth,
                        worth,
                        texts.money(new Money(worth, currency)),
                        typed.getOrDefault("n" + worth, "")))
                .toList();
    }

    public String reason() {
        var reason = typed.getOrDefault("reason", "").strip();
        return reason.substring(0, Math.min(REASON_MAX, reason.length()));
    }

    /** What was counted: an empty field is none. Empty when something is no number. */
    Optional<Count> count() {
        var pieces = new HashMap<Long, Integer>();
        for (long worth : Denominations.of(currency)) {
            var text = typed.getOrDefault("n" + worth, "").strip();
            if (!text.matches("[0-9]{0,5}")) {
                return Optional.empty();
            }
            if (!text.isEmpty()) {
                pieces.put(worth, Integer.valueOf(text));
            }
        }
        return Optional.of(new Count(pieces));
    }
}
