package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.shared.Json;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

@StoaTest
class ApiDescriptionTest {

    private static final List<String> WRITTEN = List.of(
            "/api/v1/products",
            "/api/v1/products/by-code/{code}",
            "/api/v1/products/by-code/{code}/status",
            "/api/v1/products/by-code/{code}/variants/{sku}",
            "/api/v1/categories",
            "/api/v1/prices/lists/{list}",
            "/api/v1/prices/lists/{list}/prices",
            "/api/v1/prices/lists/{list}/prices/{sku}",
            "/api/v1/locations/{id}",
            "/api/v1/locations/{id}/opening-hours",
            "/api/v1/locations/{id}/services",
            "/api/v1/stock/{sku}/{location}/safety",
            "/api/v1/transfers",
            "/api/v1/transfers/{id}/receipt");

    @Value("${local.server.port}")
    private int port;

    @Test
    void theApiIsDescribedToMachines() throws Exception {
        var answer = new Browser(port).get("/api/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"openapi\":\"3.1")
                .contains("/api/v1/customers/{id}")
                .contains("#/components/schemas/Problem")
                .doesNotContain("\"caller\"");
    }

    @Test
    void whatWritesSaysWhatItDoesAndWhichHeadersItTakes() throws Exception {
        var paths = Json.read(new Browser(port).get("/api/openapi.json").body(), JsonNode.class).get("paths");
        for (var path : WRITTEN) {
            assertThat(paths.get(path)).as(path).isNotNull();
            for (var method : paths.get(path)) {
                assertThat(method.path("summary").asString()).as(path + " " + method).isNotBlank();
            }
        }
        assertThat(paths.get("/api/v1/products/by-code/{code}").get("put").toString()).contains("If-Match", "If-None-Match");
        assertThat(paths.get("/api/v1/transfers").get("post").toString()).contains("Idempotency-Key");
    }

    /** A nested type's name may be another's as well: then one of the two would be described as the other. */
    @Test
    void everyBodyIsDescribedAndTwoLinesAreTwoThings() throws Exception {
        var document = Json.read(new Browser(port).get("/api/openapi.json").body(), JsonNode.class);
        var schemas = document.path("components").path("schemas");
        assertThat(schemas.path("CartViewLine").path("properties").propertyNames()).containsExactlyInAnyOrder("sku", "quantity");
        assertThat(schemas.path("NewReturnRequestLine").path("required").toString()).contains("reason");
        assertThat(schemas.path("Money").path("properties").path("currency").path("type").asString()).isEqualTo("string");
        for (var reference : document.findValues("$ref")) {
            var name = reference.asString().replace("#/components/schemas/", "");
            assertThat(schemas.has(name)).as(name).isTrue();
        }
        for (var body : document.findValues("requestBody")) {
            if (body.path("content").has(MediaType.IMAGE_PNG_VALUE)) {
                continue; // A picture is what its type says.
            }
            var schema = body.path("content").path("application/json").path("schema");
            assertThat(schema.findValues("$ref")).as(body.toString()).isNotEmpty();
        }
    }

    @Test
    void everyOperationSaysWhatItDoesForWhomAndWhereItBelongs() throws Exception {
        var document = Json.read(new Browser(port).get("/api/openapi.json").body(), JsonNode.class);
        var groups = document.path("tags").findValuesAsString("name");
        assertThat(groups).hasSizeGreaterThan(10);
        for (var path : document.path("paths").properties()) {
            for (var one : path.getValue()) {
                assertThat(one.path("summary").asString("")).as(path.getKey()).isNotBlank();
                assertThat(groups).as(path.getKey()).contains(one.path("tags").path(0).asString(""));
                assertThat(one.path("x-allowed").size()).as(path.getKey()).isPositive();
            }
        }
    }

    @Test
    void everyOperationIsOnThePageForPeopleAndFoundWithoutScript() throws Exception {
        var browser = new Browser(port);
        var page = browser.get("/api");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("style-src 'self';");
        var paths = Json.read(browser.get("/api/openapi.json").body(), JsonNode.class).get("paths");
        int operations = 0;
        for (var path : paths.properties()) {
            for (var method : path.getValue().propertyNames()) {
                operations++;
                assertThat(page.body())
                        .contains(">" + method.toUpperCase(Locale.ROOT) + "</span><code>" + path.getKey() + "</code>");
            }
        }
        assertThat(page.body().split("<details class=\"operation\"")).hasSize(operations + 1);
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("<style>").doesNotContain(" style=");
        var found = browser.get("/api?q=safety").body();
        assertThat(found).contains("/api/v1/stock/{sku}/{location}/safety").doesNotContain("<code>/api/v1/tokens</code>");
        assertThat(browser.get("/api?q=xyzzy").body()).contains("No operation has these words");
        assertThat(page.body()).contains("\"type\": \"COLLECT\"");
    }
}
