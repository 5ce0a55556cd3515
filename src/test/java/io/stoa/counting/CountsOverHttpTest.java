package io.stoa.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.staff.NewToken;
import io.stoa.staff.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class CountsOverHttpTest {

    private static final String ALL = "/api/v1/counts";
    private static final String KEY = "Idempotency-Key";

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private Retailer retailer;

    @Autowired
    private Tokens tokens;

    @Value("${local.server.port}")
    private int port;

    private String token = "";
    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;

    @BeforeEach
    void someLamps() {
        token = token(Role.ASSOCIATE);
        sku = retailer.article("lamp", 4_000);
        leeds = retailer.store("leeds");
        retailer.stock(sku, leeds, 30);
    }

    @Test
    void aCountIsEnteredReviewedAndPosted() throws Exception {
        var begun = begin("a" + sku, leeds.value());
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begin("a" + sku, leeds.value()).statusCode()).isEqualTo(200);
        var count = begun.headers().firstValue("Location").orElseThrow();
        assertThat(enter(count, "e1", 28).body()).contains("\"counted\":28").contains("\"expected\":null", "\"difference\":null");
        retailer.stock(sku, leeds, 1);
        assertThat(enter(count, "e1", 28).statusCode()).isEqualTo(200);
        assertThat(enter(count, "e1", 27).body()).contains("idempotency-key-reused");
        assertThat(send("POST", count + "/posting", "{}", "If-Match", "*").body()).contains("not-in-this-state");
        var reviewed = send("POST", count + "/review", "");
        assertThat(reviewed.body()).contains("\"expected\":30", "\"difference\":-2");
        assertThat(tag(send("GET", count, null))).isEqualTo(tag(reviewed));
        assertThat(send("POST", count + "/posting", "{}").statusCode()).isEqualTo(428);
        assertThat(send("POST", count + "/posting", "{}", "If-Match", "\"999\"").statusCode()).isEqualTo(412);
        assertThat(send("POST", count + "/posting", "{}", "If-Match", tag(reviewed)).body()).contains("\"state\":\"POSTED\"");
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(29);
        assertThat(send("GET", ALL + "?state=POSTED", null).body()).contains("\"" + leeds + "\"");
    }

    @Test
    void farOffIsPostedByAManagersWordAlone() throws Exception {
        var count = begin("b" + sku, leeds.value()).headers().firstValue("Location").orElseThrow();
        assertThat(enter(count, "e1", 3).statusCode()).isEqualTo(200);
        var tag = tag(send("POST", count + "/review", ""));
        var word = "{\"approval\":\"a pallet was stolen\"}";
        var refused = send("POST", count + "/posting", word, "If-Match", tag);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("approval-missing", "\"pieces\":-27");
        assertThat(send("POST", count + "/recounts", "{\"skus\":[\"" + sku + "\"],\"reason\":\"look behind\"}").body())
                .contains("\"again\":\"look behind\"", "\"state\":\"COUNTING\"");
        assertThat(enter(count, "e2", 4).statusCode()).isEqualTo(200);
        tag = tag(send("POST", count + "/review", ""));
        token = token(Role.MANAGER);
        assertThat(send("POST", count + "/posting", word, "If-Match", tag).body()).contains("\"approval\":\"a pallet was stolen\"");
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(4);
    }

    @Test
    void whatIsUnknownIsNamed() throws Exception {
        assertThat(begin("c" + sku, "nowhere").body()).contains("no-such-place", "\"field\":\"location\"");
        var count = begin("d" + sku, leeds.value()).headers().firstValue("Location").orElseThrow();
        assertThat(send("POST", count + "/review", "").body()).contains("No number was entered yet");
        var strange = "{\"sku\":\"nothing-" + sku + "\",\"pieces\":1}";
        assertThat(send("POST", count + "/entries", strange, KEY, "e1").body()).contains("other-goods");
        assertThat(enter(count, "e2", -1).statusCode()).isEqualTo(400);
        assertThat(send("POST", count + "/calling-off", "").body()).contains("\"state\":\"CALLED_OFF\"");
        assertThat(send("GET", ALL + "/1", null).statusCode()).isEqualTo(404);
        token = token(Role.AGENT);
        assertThat(send("GET", ALL, null).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> begin(String key, String at) throws Exception {
        return send("POST", ALL, "{\"location\":\"" + at + "\"}", KEY, key);
    }

    private HttpResponse<String> enter(String count, String key, int pieces) throws Exception {
        return send("POST", count + "/entries", "{\"sku\":\"%s\",\"pieces\":%d}".formatted(sku, pieces), KEY, key);
    }

    private String token(Role role) {
        return tokens.issue(new NewToken("counter", Set.of(role), List.of(Channel.values()), null)).secret();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
