package io.stoa.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the house is called and wears at this moment. The addresses change with their content, so that browsers may keep
 * what is there for a year; null where nothing is put over what Stoa brings. Words are by language.
 */
public record Livery(
        String name,
        @Nullable String styles,
        @Nullable String icon,
        @Nullable String touchIcon,
        @Nullable String manifest,
        @Nullable String logo,
        Map<String, String> strapline,
        Map<String, String> thanks) {

    /** The topic that tells open pages of another livery. */
    public static final String TOPIC = "brand:kit";

    /** The header with which an open page asks for itself again, unseen. */
    public static final String AGAIN = "Stoa-Live";

    /** As Stoa comes, before anybody gave it a brand. */
    public static final Livery OWN = new Livery("Stoa", null, null, null, null, null, Map.of(), Map.of());

    public Livery {
        strapline = Map.copyOf(strapline);
        thanks = Map.copyOf(thanks);
    }

    /** What pages follow to hear of another one; null where nobody can change it. */
    public @Nullable String topic() {
        return manifest == null ? null : TOPIC;
    }

    /** Tells the livery of now; asked for with every page, so it answers from memory and never fails. */
    public interface Source {
        Livery now();
    }
}
