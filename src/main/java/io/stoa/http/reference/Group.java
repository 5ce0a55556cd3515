package io.stoa.http.reference;

import java.util.List;
import java.util.Locale;

/** What belongs together. */
public record Group(String name, List<Operation> operations) {

    /** Its name within the page's address. */
    public String anchor() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
