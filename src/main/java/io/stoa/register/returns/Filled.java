package io.stoa.register.returns;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.ui.Model;

/** What was typed into the form before, to be shown again beside what was wrong with it; never a password. */
record Filled(Map<String, String> fields) implements Serializable {

    private static final long serialVersionUID = 1;

    Filled {
        fields = Map.copyOf(fields);
    }

    /** Nothing for a form that is new. */
    static Map<String, String> before(Model flash) {
        return flash.getAttribute("filled") instanceof Filled filled ? filled.fields() : Map.of();
    }

    static Filled of(Map<String, String> form) {
        var fields = new TreeMap<>(form);
        fields.remove("password");
        return new Filled(fields);
    }
}
