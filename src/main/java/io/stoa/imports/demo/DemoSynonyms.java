package io.stoa.imports.demo;

import io.stoa.search.Search;
import io.stoa.search.Synonyms;
import io.stoa.shared.Expected;
import io.stoa.shared.Touchpoint;
import java.util.List;
import org.springframework.stereotype.Component;

/** Other words for what the demo's shop sells, in its two languages; those that a merchant changed stay as they are. */
@Component
class DemoSynonyms {

    private static final List<Synonyms> GROUPS = List.of(
            new Synonyms("sweater", List.of("sweater", "jumper", "pullover", "Pulli", "Strickjacke")),
            new Synonyms("trousers", List.of("trousers", "pants", "slacks", "Hose", "Hosen")),
            new Synonyms("jeans", List.of("jeans", "denim", "dungarees", "Jeanshose")),
            new Synonyms("coat", List.of("coat", "jacket", "parka", "anorak", "Mantel", "Jacke")),
            new Synonyms("pyjamas", List.of("pyjamas", "pajamas", "nightwear", "Schlafanzug")),
            new Synonyms("dress", List.of("dress", "frock", "gown", "Kleid")),
            new Synonyms("shirt", List.of("shirt", "t-shirt", "tee", "top", "Hemd")),
            new Synonyms("skirt", List.of("skirt", "Rock")),
            new Synonyms("socks", List.of("socks", "stockings", "Socken", "Strümpfe")),
            new Synonyms("grey", List.of("grey", "gray", "silver", "grau")));

    private final Search search;

    DemoSynonyms(Search search) {
        this.search = search;
    }

    void load() {
        for (var group : GROUPS) {
            var _ = search.save(group, new Expected.Nothing(), Touchpoint.SYSTEM);
        }
    }
}
