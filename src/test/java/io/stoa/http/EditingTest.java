package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.catalog.Gtin;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.Json;
import io.stoa.staff.NewToken;
import io.stoa.staff.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Products, prices and locations as an integration writes them, and as two editors must not overwrite one another. */
@StoaTest
class EditingTest {

    private static final int EDITORS = 8;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";
    private String code = "";

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void aMerchandiserWithANewCode() {
        token = token(Role.MERCHANDISER, Role.MANAGER);
        code = "EDIT-" + ids.next();
    }

    @Test
    void aProductIsAddedReadChangedAndWithdrawn() throws Exception {
        var path = "/api/v1/products/by-code/" + code;
        var added = send("PUT", path, product("Scarf"));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(tag(added)).isEqualTo("\"1\"");
        assertThat(send("GET", path, null).body()).contains("\"Scarf\"", "\"PUBLISHED\"");
        var changed = send("PUT", path, product("Long scarf"), "If-Match", tag(added));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(tag(changed)).isEqualTo("\"2\"");
        var withdrawn = send("PUT", path + "/status", "{\"status\":\"WITHDRAWN\"}", "If-Match", tag(changed));
        assertThat(withdrawn.body()).contains("\"WITHDRAWN\"");
        assertThat(send("GET", path, null).statusCode()).isEqualTo(200);
        token = token(Role.ASSOCIATE);
        assertThat(send("GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void whoReadAnOlderVersionOverwritesNothing() throws Exception {
        var path = "/api/v1/products/by-code/" + code;
        var first = tag(send("PUT", path, product("First")));
        assertThat(send("PUT", path, product("Second"), "If-Match", first).statusCode()).isEqualTo(200);
        var late = send("PUT", path, product("Late"), "If-Match", first);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(problem(late)).containsEntry("type", "/api/problems/changed-meanwhile").containsEntry("field", "If-Match");
        var blind = send("PUT", path, product("Blind"));
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(problem(blind)).containsEntry("field", "If-Match");
        assertThat(send("PUT", path, product("New"), "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(send("GET", path, null).body()).contains("Second").doesNotContain("Late", "Blind");
    }

    @ParameterizedTest
    @CsvSource({"products/by-code/", "locations/", "prices/lists/", "taxes/europe/"})
    void ofManyWhoEditTheSameVersionAtOnceOneWins(String kind) throws Exception {
        var path = "/api/v1/" + kind + code.toLowerCase(Locale.ROOT);
        var old = tag(send("PUT", path, body(kind, 0), "If-None-Match", "*"));
        var statuses = atOnce(path, kind, "If-Match", old);
        assertThat(statuses).containsOnlyOnce(200).hasSize(EDITORS);
        assertThat(statuses).containsOnly(200, 412);
    }

    @ParameterizedTest
    @CsvSource({"products/by-code/", "locations/", "prices/lists/", "taxes/europe/"})
    void ofManyWhoAddTheSameAtOnceOneWins(String kind) throws Exception {
        var path = "/api/v1/" + kind + code.toLowerCase(Locale.ROOT);
        assertThat(atOnce(path, kind, "If-None-Match", "*")).containsOnlyOnce(201).containsOnly(201, 412);
    }

    @Test
    void aVariantComesAndGoesAndTheLastOneStays() throws Exception {
        var path = "/api/v1/products/by-code/" + code;
        var tag = tag(send("PUT", path, product("Scarf")));
        var two = send("PUT", path + "/variants/" + code + "-2", "{\"options\":{\"size\":\"M\"}}", "If-Match", tag);
        assertThat(two.body()).contains(code + "-2", "\"size\":\"M\"");
        var one = send("DELETE", path + "/variants/" + code + "-1", null, "If-Match", tag(two));
        assertThat(one.statusCode()).isEqualTo(200);
        var none = send("DELETE", path + "/variants/" + code + "-2", null, "If-Match", tag(one));
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(problem(none)).containsEntry("type", "/api/problems/last-variant");
    }

    @Test
    void aSkuOfAnotherProductIsRefused() throws Exception {
        var _ = send("PUT", "/api/v1/products/by-code/" + code, product("Scarf"));
        var thief = send("PUT", "/api/v1/products/by-code/" + code + "-B", product("Thief"));
        assertThat(thief.statusCode()).isEqualTo(409);
        assertThat(problem(thief)).containsEntry("type", "/api/problems/sku-taken").containsEntry("field", "variants");
    }

    @Test
    void aBarcodeOfAnotherArticleIsRefused() throws Exception {
        var path = "/api/v1/products/by-code/" + code;
        var digits = "4" + String.format("%011d", System.nanoTime() % 100_000_000_000L);
        var barcode = "{\"gtin\":\"" + digits + Gtin.checkDigit(digits) + "\",\"options\":{}}";
        var tag = tag(send("PUT", path, product("Scarf")));
        assertThat(send("PUT", path + "/variants/" + code + "-1", barcode, "If-Match", tag).statusCode()).isEqualTo(200);
        var other = tag(send("PUT", path + "-C", product("Thief").replace(code + "-1", code + "-C1")));
        var thief = send("PUT", path + "-C/variants/" + code + "-C1", barcode, "If-Match", other);
        assertThat(thief.statusCode()).isEqualTo(409);
        assertThat(problem(thief)).containsEntry("type", "/api/problems/gtin-taken").containsEntry("field", "variants");
    }

    @Test
    void pricesAreSetOneByOneOrSeveralAtOnce() throws Exception {
        var list = "/api/v1/prices/lists/" + code.toLowerCase(Locale.ROOT);
        assertThat(send("PUT", list, body("prices/lists/", 0)).statusCode()).isEqualTo(201);
        var one = send("PUT", list + "/prices/A", "{\"minor\":1250,\"currency\":\"USD\"}");
        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(send("PUT", list + "/prices/A", "{\"minor\":1,\"currency\":\"USD\"}").statusCode()).isEqualTo(428);
        var several = """
                {"prices":{"A":{"minor":1300,"currency":"USD"},"B":{"minor":0,"currency":"USD"}}}""";
        assertThat(send("PATCH", list + "/prices", several).statusCode()).isEqualTo(204);
        assertThat(send("GET", list + "/prices/A", null).body()).contains("1300");
        var page = send("GET", list + "/prices?size=1", null);
        assertThat(page.body()).contains("\"next\":\"A\"");
        assertThat(send("GET", list + "/prices?size=1&after=A", null).body()).contains("\"B\"").contains("\"next\":null");
        var euros = send("PATCH", list + "/prices", "{\"prices\":{\"B\":{\"minor\":5,\"currency\":\"EUR\"}}}");
        assertThat(problem(euros)).containsEntry("field", "prices.B.currency");
    }

    @Test
    void aCategoryIsCalledOtherwiseInEveryLanguageAndKeepsItsPath() throws Exception {
        var _ = send("POST", "/api/v1/categories", "{\"path\":\"Edited/%s\"}".formatted(code));
        var path = "/api/v1/categories/edited-" + code.toLowerCase(Locale.ROOT);
        var old = tag(send("GET", path + "/names", null));
        var names = "{\"names\":{\"de\":\" Schals %d \",\"en\":\"Scarves\"}}";
        assertThat(send("PUT", path + "/names", names.formatted(0)).statusCode()).isEqualTo(428);
        try (var threads = Executors.newFixedThreadPool(EDITORS)) {
            var calls = IntStream.rangeClosed(1, EDITORS)
                    .mapToObj(i -> threads.submit(() -> send("PUT", path + "/names", names.formatted(i), "If-Match", old).statusCode()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var call : calls) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        var category = send("GET", path, null).body();
        assertThat(category).contains("\"path\":\"Edited/" + code + "\"", "\"en\":\"Scarves\"").containsPattern("\"de\":\"Schals [1-8]\"");
        assertThat(tag(send("GET", path + "/names", null))).isEqualTo("\"2\"");
        var nonsense = send("PUT", path + "/names", "{\"names\":{\"German\":\"Schals\"}}", "If-Match", "\"2\"");
        assertThat(problem(nonsense)).containsEntry("detail", "Names have 1 to 100 characters, by languages such as 'en' or 'de'.");
        assertThat(send("PUT", "/api/v1/categories/none/names", names.formatted(1), "If-Match", "*").statusCode()).isEqualTo(404);
    }

    @Test
    void aTaxIsReadAndWrittenAndHoldsForTheNextPrice() throws Exception {
        var group = code.toLowerCase(Locale.ROOT);
        var path = "/api/v1/taxes/" + group + "/standard";
        assertThat(send("GET", path, null).statusCode()).isEqualTo(404);
        var tag = tag(send("PUT", path, "{\"basisPoints\":1900}"));
        var changed = send("PUT", path, "{\"basisPoints\":700}", "If-Match", tag);
        assertThat(changed.body()).contains("\"group\":\"" + group + "\"", "\"category\":\"standard\"", "\"basisPoints\":700");
        assertThat(tag(send("GET", path, null))).isEqualTo(tag(changed)).isEqualTo("\"2\"");
        assertThat(send("GET", "/api/v1/taxes", null).body())
                .contains("{\"group\":\"" + group + "\",\"category\":\"standard\",\"basisPoints\":700}");
        var nonsense = send("PUT", path, "{\"basisPoints\":10001}", "If-Match", tag(changed));
        assertThat(problem(nonsense)).containsEntry("detail", "A tax is 0 to 10000 basis points.");
        assertThat(problem(send("PUT", "/api/v1/taxes/" + "x".repeat(41) + "/standard", "{\"basisPoints\":1}")))
                .containsEntry("field", "group");
    }

    @Test
    void aTransferNamesThePlaceThatIsNone() throws Exception {
        var goods = ",\"goods\":{\"A\":1}}";
        var _ = send("PUT", "/api/v1/locations/" + code.toLowerCase(Locale.ROOT), body("locations/", 1));
        var here = "\"" + code.toLowerCase(Locale.ROOT) + "\"";
        var to = send("POST", "/api/v1/transfers", "{\"from\":" + here + ",\"to\":\"nowhere\"" + goods, "Idempotency-Key", code);
        assertThat(to.statusCode()).isEqualTo(422);
        assertThat(problem(to)).containsEntry("type", "/api/problems/no-such-place").containsEntry("field", "to");
        var from = send("POST", "/api/v1/transfers", "{\"from\":\"web\",\"to\":" + here + goods, "Idempotency-Key", code);
        assertThat(problem(from)).containsEntry("field", "from").containsEntry("location", "web");
    }

    @Test
    void openingHoursAndServicesChangeAlone() throws Exception {
        var path = "/api/v1/locations/" + code.toLowerCase(Locale.ROOT);
        var tag = tag(send("PUT", path, body("locations/", 0)));
        var hours = send("PUT", path + "/opening-hours", "{\"hours\":\"Mo-Fr 09:00-18:00\"}", "If-Match", tag);
        assertThat(hours.body()).contains("Fr 09:00-18:00");
        var services = send("PUT", path + "/services", "{\"services\":[\"SELL\"]}", "If-Match", tag(hours));
        assertThat(services.body()).contains("[\"SELL\"]").contains("Fr 09:00-18:00");
        var nonsense = send("PUT", path + "/opening-hours", "{\"hours\":\"when we like\"}", "If-Match", tag(services));
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(problem(nonsense)).containsEntry("field", "hours");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/products", "/api/v1/categories", "/api/v1/locations", "/api/v1/prices/lists", "/api/v1/taxes",
            "/api/v1/prices?sku=A&currency=USD&group=us"})
    void whoHasTheListAlreadyIsNotSentItAgain(String path) throws Exception {
        var first = send("GET", path, null);
        var again = send("GET", path, null, "If-None-Match", tag(first));
        assertThat(List.of(first.statusCode(), again.statusCode())).containsExactly(200, 304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aCategoryIsAddedOnce() throws Exception {
        var shelf = "{\"path\":\"Edited / %s\"}".formatted(code);
        assertThat(send("POST", "/api/v1/categories", shelf).statusCode()).isEqualTo(201);
        var again = send("POST", "/api/v1/categories", shelf);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"Edited/" + code + "\"");
        assertThat(problem(send("POST", "/api/v1/categories", "{\"path\":\" / \"}"))).containsEntry("field", "path");
    }

    @ParameterizedTest
    @CsvSource({"products/by-code/", "locations/", "prices/lists/", "taxes/europe/"})
    void whoOnlySellsEditsNothing(String kind) throws Exception {
        token = token(Role.ASSOCIATE);
        var path = "/api/v1/" + kind + code.toLowerCase(Locale.ROOT);
        assertThat(send("PUT", path, body(kind, 0)).statusCode()).isEqualTo(403);
    }

    private List<Integer> atOnce(String path, String kind, String header, String value) throws Exception {
        try (var threads = Executors.newFixedThreadPool(EDITORS)) {
            var calls = IntStream.rangeClosed(1, EDITORS)
                    .mapToObj(i -> threads.submit(() -> send("PUT", path, body(kind, i), header, value).statusCode()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var call : calls) {
                statuses.add(call.get());
            }
            return statuses;
        }
    }

    private String body(String kind, int number) {
        return switch (kind) {
            case "products/by-code/" -> product("Number " + number);
            case "taxes/europe/" -> "{\"basisPoints\":%d}".formatted(1900 + number);
            case "locations/" -> """
                    {"name":"Place %d","kind":"STORE","zone":"Europe/London","hours":"24/7","services":["SELL","PICKUP"],"group":"uk"}"""
                    .formatted(number);
            default -> "{\"currency\":\"USD\",\"group\":\"group-%d\",\"taxIncluded\":false}".formatted(number);
        };
    }

    private String product(String title) {
        return """
                {"texts":{"en":{"title":"%s","description":""}},"category":"Edited/Scarves","taxCategory":"standard",
                 "variants":[{"sku":"%s-1","options":{"size":"S"}}]}""".formatted(title, code);
    }

    private String token(Role... roles) {
        return tokens.issue(new NewToken("editor", Set.of(roles), List.of(Channel.values()), null)).secret();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).as(answer.body()).contains("application/problem+json");
        return (Map<String, Object>) Json.read(answer.body(), Map.class);
    }
}
