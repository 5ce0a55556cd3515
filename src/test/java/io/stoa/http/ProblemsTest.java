package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.shared.GroupCommit;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.filter.OncePerRequestFilter;

@ActiveProfiles("problems")
@SpringBootTest(classes = ProblemsTest.Shop.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemsTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"sku":"A","quantity":0,"colour":"RED"}          | quantity | A quantity is 1 to 100000 pieces.
                    {"sku":"A b","quantity":1,"colour":"RED"}        | sku      | A SKU has 1 to 64 visible ASCII characters without blanks.
                    {"sku":"A","quantity":"many","colour":"RED"}     | quantity | Send a complete value as described in /api here.
                    {"sku":"A","quantity":1,"colour":"PUCE"}         | colour   | Choose one of RED, GREEN.
                    {"sku":"A","quantity":1}                         | colour   | Send one of RED, GREEN here.
                    {"sku":null,"quantity":1,"colour":"RED"}         | sku      | Send a complete value as described in /api here.
                    {"sku":"A","quantity":1,"colour":"RED","note":7} | note     | Send a text here.
                    {"sku":"A","quantity":1,"colour":"RED","tags":[null]} | tags[0] | Send a text here.
                    {"sku":"A","quantity":1,"colour":"RED","note":"\\u0000"} | note | A text has no NUL character.
                    {"sku":"A","quantity":1,"colour":"RED","note":"\\ud800"} | note | A text is whole Unicode characters.
                    {"sku":"A","quantity":1,"colour":"RED","hue":1}  | hue      | There is no field of this name here. Known are: colour, note, quantity, sku, tags.
                    []                                               | body     | Send a complete value as described in /api here.
                    """)
    void aWrongFieldIsNamedWithWhatToSend(String body, String field, String detail) throws Exception {
        var answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer)).containsEntry("field", field).containsEntry("detail", detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"sku":"A","sku":"B","quantity":1,"colour":"RED"} | invalid-json
                    {"sku":"A"                                        | invalid-json
                    {"sku":"A","quantity":1,"colour":"RED"} x         | invalid-json
                    ''                                                | invalid-body
                    """)
    void whatIsNoJsonIsSaidToBeNone(String body, String type) throws Exception {
        var answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer)).containsEntry("type", "/api/problems/" + type);
    }

    @Test
    void fieldsThatMayBeLeftOutMayBeLeftOut() throws Exception {
        var answer = post("{\"sku\":\"A\",\"quantity\":1,\"colour\":\"RED\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"tags\":[]");
    }

    @Test
    void deepOrLongJsonIsTooLarge() throws Exception {
        var deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThat(send(request("/api/v1/anything").POST(BodyPublishers.ofString(deep)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("{\"quantity\":" + "9".repeat(101) + "}").statusCode()).isEqualTo(413);
        assertThat(post("{\"note\":\"" + "x".repeat(200_001) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyAboveOneMegabyteIsRefusedWhetherAnnouncedOrInChunks() throws Exception {
        var large = ("{\"note\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var announced = send(request("/api/v1/lines").POST(BodyPublishers.ofByteArray(large)));
        var chunked = send(
                request("/api/v1/lines").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        assertThat(List.of(announced.statusCode(), chunked.statusCode())).containsOnly(413);
        assertThat(problem(chunked)).containsEntry("type", "/api/problems/body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders/abc, 400, id",
        "/api/v1/orders/-1, 400, id",
        "/api/v1/orders/99999999999999999999, 400, id",
        "/api/v1/places?at=L%20eeds, 400, at",
        "/api/v1/places, 400, at",
        "/api/v1/places?at=leeds&size=201, 400, size",
        "/api/v1/places?at=leeds&size=0, 400, size",
        "/api/v1/places?at=leeds&colour=puce, 400, colour",
        "/api/v1/places?at=leeds&text=a%00b, 400, text",
    })
    void aWrongPathOrParameterIsNamed(String path, int status, String field) throws Exception {
        var answer = send(request(path).GET());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer)).containsEntry("field", field);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404",
        "DELETE, /api/v1/places, 405",
        "GET, /api/v1/bare/1, 404",
        "GET, /api/v1/raw/UPPER, 400"
    })
    void whatIsNotThereIsAProblemToo(String method, String path, int status) throws Exception {
        var answer = send(request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer)).containsKeys("type", "title", "detail");
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        var answer = send(
                request("/api/v1/lines").setHeader("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void overloadIsToldWithWhenToComeBack() throws Exception {
        var answer = send(request("/api/v1/busy").GET());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    /** Whatever the broken connection is wrapped in, and also when a filter meets it before any controller. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/stuck/53100, database-unable",
        "/api/v1/stuck/58030, database-unable",
        "/api/v1/stuck/08006, database-away",
        "/api/v1/stuck/57P02, database-away",
        "/api/v1/torn, database-away",
        "/api/v1/torn/08006, database-away",
        "/api/v1/torn/57P01, database-away",
        "/api/v1/torn/53100, database-unable",
        "/api/v1/stuck/55P03, overloaded",
        "/api/v1/stuck/40P01, overloaded",
        "/api/v1/fenced, database-away",
    })
    void aDatabaseThatCannotWorkIsToldWithWhenToComeBack(String path, String name) throws Exception {
        var answer = send(request(path).GET());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem(answer)).containsEntry("type", "/api/problems/" + name);
    }

    /** A statement of ours that is wrong (25P02: the transaction had failed before, 42601: syntax) will be so in a second too. */
    @ParameterizedTest
    @ValueSource(strings = {"broken", "torn/25P02", "torn/40001", "stuck/42601", "stuck/23505"})
    void aFaultOfOursShowsAReferenceAndNothingElse(String name) throws Exception {
        var answer = send(request("/api/v1/" + name).GET());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(problem(answer)).containsKey("reference");
        assertThat(answer.body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("at io.");
    }

    @Test
    void theTextOfALibrarysExceptionNeverReachesTheCaller() throws Exception {
        assertThat(send(request("/api/v1/inner").GET()).body()).doesNotContain("Comparison method");
    }

    @Test
    void aClientThatHasTheVersionGetsNoBody() throws Exception {
        var first = send(request("/api/v1/version").GET());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var second =
                send(request("/api/v1/version").header("If-None-Match", tag).GET());
        assertThat(first.body()).isEqualTo("seven");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc-1, 200", "'a b', 400", "'', 400"})
    void anIdempotencyKeyIsVisibleCharacters(String key, int status) throws Exception {
        assertThat(send(request("/api/v1/once")
                                .header(IdempotencyKey.HEADER, key)
                                .GET())
                        .statusCode())
                .isEqualTo(status);
        var long256 = "k".repeat(256);
        assertThat(send(request("/api/v1/once")
                                .header(IdempotencyKey.HEADER, long256)
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .setHeader("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request("/api/v1/lines").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return (Map<String, Object>) Json.read(answer.body(), Map.class);
    }

    enum Colour {
        RED,
        GREEN
    }

    record Line(
            Sku sku,
            Quantity quantity,
            Colour colour,
            @Nullable String note,
            List<String> tags) {}

    @Configuration
    @Profile("problems")
    @ImportAutoConfiguration({
        ErrorMvcAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @ComponentScan(
            basePackageClasses = Problems.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.stoa\\.http\\.reference\\..*"))
    static class Shop {}

    /** As the check of a token does when its table cannot be read. */
    @Component
    @Profile("problems")
    static class Fence extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/api/v1/fenced")) {
                throw new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("late"));
            }
            chain.doFilter(request, response);
        }
    }

    @RestController
    @Profile("problems")
    static class Resource {

        @GetMapping("/api/v1/stuck/{state}")
        int stuck(@PathVariable String state) {
            throw new UncategorizedSQLException("placing", null, new SQLException("secret", state));
        }

        @GetMapping("/api/v1/torn")
        int torn() {
            throw new TransactionSystemException("no rollback", new SQLException("Connection is closed"));
        }

        @GetMapping("/api/v1/torn/{state}")
        int torn(@PathVariable String state) {
            throw new TransactionSystemException("no commit", new SQLException("secret", state));
        }

        @PostMapping("/api/v1/lines")
        Line line(@RequestBody Line line) {
            return line;
        }

        @PostMapping("/api/v1/anything")
        int anything(@RequestBody Map<String, Object> anything) {
            return anything.size();
        }

        @GetMapping("/api/v1/bare/{id}")
        ResponseEntity<OrderId> bare(@PathVariable OrderId id) {
            return ResponseEntity.notFound().build();
        }

        @GetMapping("/api/v1/orders/{id}")
        OrderId order(@PathVariable OrderId id) {
            return id;
        }

        @GetMapping("/api/v1/places")
        String place(
                @RequestParam LocationId at,
                @RequestParam(defaultValue = "50") PageSize size,
                @RequestParam(required = false) @Nullable Colour colour,
                @RequestParam(required = false) @Nullable String text) {
            return at + " " + size + " " + colour + " " + text;
        }

        @GetMapping("/api/v1/raw/{id}")
        LocationId raw(@PathVariable String id) {
            return new LocationId(id);
        }

        @GetMapping("/api/v1/busy")
        String busy() {
            var closed = new GroupCommit<String, String>("busy", 1, 1, Duration.ofMillis(1), List::copyOf);
            closed.close();
            return closed.submit("x");
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("secret inner text");
        }

        @GetMapping("/api/v1/inner")
        String inner() {
            throw new IllegalArgumentException("Comparison method violates its general contract");
        }

        @GetMapping("/api/v1/once")
        String once(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key) {
            return key.toString();
        }

        @GetMapping("/api/v1/version")
        @Nullable
        ResponseEntity<String> version(WebRequest request) {
            return Etag.weak(7).answer(request, () -> "seven");
        }
    }
}
