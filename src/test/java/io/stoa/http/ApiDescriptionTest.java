package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ApiDescriptionTest {

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
