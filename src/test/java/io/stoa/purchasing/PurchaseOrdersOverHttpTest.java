package io.stoa.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.inventory.Availability;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
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
class PurchaseOrdersOverHttpTest {

    private static final String ALL = "/api/v1/purchase-orders";
    private static final String KEY = "Idempotency-Key";

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private Retailer retailer;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private String token = "";
    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;
    private SupplierId supplier = new SupplierId(1);

    @BeforeEach
    void aSupplier() {
        token = token(Role.MERCHANDISER);
        sku = retailer.article("lamp", 4_000);
        leeds = retailer.store("leeds");
        supplier = new SupplierId(ids.next());
        var _ = suppliers.save(new Supplier(supplier, "Lamps " + supplier, null, 3), new Expected.Nothing(), Touchpoint.SYSTEM);
    }

    @Test
    void aPurchaseOrderIsPlacedCountedInAndClosed() throws Exception {
        var drafted = draft("a" + sku, supplier, leeds.value());
        assertThat(drafted.statusCode()).isEqualTo(201);
        assertThat(draft("a" + sku, supplier, leeds.value()).statusCode()).isEqualTo(200);
        var order = drafted.headers().firstValue("Location").orElseThrow();
        var placed = send("POST", order + "/placing", "");
        assertThat(placed.body()).contains("\"state\":\"PLACED\"", "\"cost\":450", "\"left\":10");
        assertCounters(0, 0, 10);

        var part = receive(order, "r1", tag(placed), 3, false);
        assertThat(part.body()).contains("\"good\":3", "\"damaged\":1", "\"left\":6", "\"over\":0");
        assertThat(receive(order, "r1", tag(placed), 3, false).statusCode()).isEqualTo(200);
        assertCounters(3, 1, 6);
        assertThat(tag(send("GET", order, null))).isEqualTo(tag(part));
        assertThat(send("GET", ALL + "?state=PLACED", null).body()).contains("\"" + leeds + "\"");
        assertThat(send("POST", order + "/calling-off", "").body()).contains("not-in-this-state");
        assertThat(send("POST", order + "/closing", "").body()).contains("\"state\":\"CLOSED\"");
        assertCounters(3, 1, 0);
    }

    @Test
    void aDeliveryIsCountedByWhoReadTheOrderAndNeverBeyondIt() throws Exception {
        var order = draft("b" + sku, supplier, leeds.value()).headers().firstValue("Location").orElseThrow();
        var seen = tag(send("POST", order + "/placing", ""));
        assertThat(receive(order, "r1", null, 3, false).statusCode()).isEqualTo(428);
        var many = receive(order, "r1", seen, 30, false);
        assertThat(many.statusCode()).isEqualTo(409);
        assertThat(many.body()).contains("more-than-ordered", "\"left\":10");
        assertThat(receive(order, "r1", seen, 3, false).statusCode()).isEqualTo(200);
        assertThat(receive(order, "r2", seen, 3, false).statusCode()).isEqualTo(412);
        assertThat(receive(order, "r1", seen, 2, false).body()).contains("idempotency-key-reused");
        assertCounters(3, 1, 6);
        assertThat(receive(order, "r3", "*", 30, true).body()).contains("\"state\":\"RECEIVED\"", "\"over\":25");
        assertCounters(33, 2, 0);
    }

    @Test
    void whatIsUnknownIsNamed() throws Exception {
        assertThat(draft("c" + sku, new SupplierId(ids.next()), leeds.value()).body()).contains("no-such-supplier");
        assertThat(draft("c" + sku, supplier, "nowhere").body()).contains("no-such-place", "\"field\":\"location\"");
        var known = sku;
        sku = new Sku("nothing-" + known);
        assertThat(draft("c" + known, supplier, leeds.value()).body()).contains("other-goods", sku.value());
        assertThat(send("GET", ALL + "/1", null).statusCode()).isEqualTo(404);
        assertThat(send("POST", ALL + "/1/placing", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/suppliers", null).body()).contains("Lamps " + supplier);
        token = token(Role.AGENT);
        assertThat(send("GET", ALL, null).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> draft(String key, SupplierId from, String to) throws Exception {
        var body = "{\"supplier\":%s,\"location\":\"%s\",\"currency\":\"USD\",\"goods\":{\"%s\":{\"quantity\":10,\"cost\":450}}}"
                .formatted(from, to, sku);
        return send("POST", ALL, body, KEY, key);
    }

    /** One piece is always damaged. */
    private HttpResponse<String> receive(String order, String key, @Nullable String seen, int good, boolean over) throws Exception {
        var body = "{\"goods\":{\"%s\":{\"good\":%d,\"damaged\":1}},\"over\":%s}".formatted(sku, good, over);
        return seen == null
                ? send("POST", order + "/receipts", body, KEY, key)
                : send("POST", order + "/receipts", body, KEY, key, "If-Match", seen);
    }

    private void assertCounters(int onHand, int damaged, int inTransit) {
        assertThat(retailer.row(sku, leeds))
                .extracting(Availability::onHand, Availability::damaged, Availability::inTransit)
                .containsExactly(onHand, damaged, inTransit);
    }

    private String token(Role role) {
        return tokens.issue(new NewToken("buyer", Set.of(role), List.of(Channel.values()), null)).secret();
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
