package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.shared.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
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

    @Test
    void theApiIsDescribedToPeopleWithoutScriptsInThePage() throws Exception {
        var browser = new Browser(port);
        var address = browser.get("/api");
        assertThat(address.headers().firstValue("Location").orElse("")).endsWith("/api/swagger-ui/index.html");
        var page = browser.get("/api/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain("<style>")
                .doesNotContain(" style=");
        assertThat(browser.get("/api/swagger-ui/swagger-initializer.js").body()).contains("/api/openapi.json");
    }
}
