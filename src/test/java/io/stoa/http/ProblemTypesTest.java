package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ProblemTypesTest {

    /** How the sources name a type: in the factories of {@link Problems}, or in the words of a helper around them. */
    private static final Pattern NAMED = Pattern.compile(
            "Problems\\s*\\.(?:conflict|unprocessable|malformed|of)\\(\\s*(?:(?:HttpStatus\\.\\w+|status)\\s*,\\s*)?\"([a-z-]+)\"|later\\(\\w+, \"([a-z-]+)\"");

    @Value("${local.server.port}")
    private int port;

    @Test
    void everyTypeThatIsAnsweredIsListedAndNoOther() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/io/stoa"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found ->
                        named.add(found.group(1) != null ? found.group(1) : found.group(2)));
            }
        }
        assertThat(named.remove("missing-")).isTrue();
        named.addAll(List.of("missing-header", "missing-parameter", "missing-part"));
        named.addAll(List.of("not-found", "not-allowed"));
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::address).toList())
                .containsExactlyInAnyOrderElementsOf(named)
                .isSorted();
    }

    @Test
    void everyTypeOpensAsAPageThatSaysWhatHelps() throws Exception {
        var browser = new Browser(port);
        var list = browser.get("/api/problems");
        assertThat(list.statusCode()).isEqualTo(200);
        for (var type : ProblemType.values()) {
            var page = browser.get("/api/problems/" + type.address());
            assertThat(page.statusCode()).as(type.address()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains(type.title(), "What helps");
            assertThat(list.body()).contains("/api/problems/" + type.address());
        }
    }

    @Test
    void anUnknownTypeIsAPageForPeopleAndAProblemForPrograms() throws Exception {
        var browser = new Browser(port);
        var page = browser.get("/api/problems/no-such-problem", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("There is no such problem", "no-such-problem", "href=\"/api/problems/out-of-stock\"");
        var problem = browser.get("/api/problems/no-such-problem", "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(browser.get("/api/problems/no-such-problem").body()).contains("\"type\":\"/api/problems/not-found\"");
    }
}
