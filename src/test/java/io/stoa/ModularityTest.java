package io.stoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;

/** Calls go down, events go up: the graph of modules, checked and drawn. */
class ModularityTest {

    /** From the ground up. A module may use those on its own floor's left and on all floors below. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("shared", "database", "secrets", "page", "feeds"),
            List.of("events"),
            List.of("http", "access"),
            List.of("catalog", "locations", "inventory", "customers", "payments", "giftcards", "stripe", "staff", "brand", "mail", "sms", "push",
                    "wishes"),
            List.of("routing", "pricing", "coupons", "search", "purchasing", "counting", "bins"),
            List.of("orders", "edits", "reasons"),
            List.of("fulfilment", "returns", "reviews", "drawer", "parking", "showing"),
            List.of("live", "notices"),
            List.of("imports", "shop", "register", "replay"),
            List.of("office"),
            List.of("cli"));

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    void noModuleLooksInsideAnotherAndNoneGoInCircles() {
        MODULES.verify();
    }

    @Test
    void callsGoDown() {
        var floors = floors();
        MODULES.forEach(module -> {
            assertThat(floors).as("a floor for %s", name(module)).containsKey(name(module));
            module.getDependencies(MODULES, DependencyDepth.IMMEDIATE)
                    .uniqueModules()
                    .forEach(below -> assertThat(floors.get(name(below)))
                            .as("%s calls %s, which must not lie above it", name(module), name(below))
                            .isLessThanOrEqualTo(floors.get(name(module))));
        });
        assertThat(MODULES.stream().count()).isGreaterThan(10);
    }

    /** The picture in ARCHITECTURE.md is this one; the test writes it anew and fails when the page shows an older one. */
    @Test
    void theDiagramInTheArchitecturePageIsTheGraph() throws IOException {
        var drawn = diagram();
        var page = Files.readString(Path.of("ARCHITECTURE.md"));
        if (!page.contains(drawn)) {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target/modules.mmd"), drawn);
        }
        assertThat(page)
                .as("ARCHITECTURE.md; the diagram to put there is in target/modules.mmd")
                .contains(drawn);
    }

    @Test
    void theModulesAreDocumented() {
        new Documenter(MODULES).writeModuleCanvases().writeModulesAsPlantUml();
        assertThat(Path.of("target/spring-modulith-docs")).isNotEmptyDirectory();
    }

    private static String diagram() {
        var floors = floors();
        return MODULES.stream()
                .filter(module -> !isGround(name(module)))
                .sorted(Comparator.comparing((ApplicationModule module) -> floors.getOrDefault(name(module), 0))
                        .reversed()
                        .thenComparing(ModularityTest::name))
                .flatMap(module -> module.getDependencies(MODULES, DependencyDepth.IMMEDIATE)
                        .uniqueModules()
                        .map(ModularityTest::name)
                        .filter(below -> !isGround(below))
                        .sorted()
                        .map(below -> "    " + name(module) + " --> " + below))
                .distinct()
                .collect(Collectors.joining("\n", "flowchart TD\n", "\n"));
    }

    /** What everybody stands on is left out of the picture: arrows to it say nothing. */
    private static boolean isGround(String module) {
        return FLOORS.subList(0, 3).stream().anyMatch(floor -> floor.contains(module));
    }

    private static Map<String, Integer> floors() {
        return IntStream.range(0, FLOORS.size())
                .boxed()
                .flatMap(i -> FLOORS.get(i).stream().map(module -> Map.entry(module, i)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
