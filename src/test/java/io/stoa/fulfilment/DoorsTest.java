package io.stoa.fulfilment;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.shared.Sku;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The same work through the JSON resources, as a till does it. */
@StoaTest
class DoorsTest {

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Tokens tokens;

    @Autowired
    Ids ids;

    @Value("${local.server.port}")
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Counter counter;
    private String token = "";

    @BeforeEach
    void open() {
        counter = new Counter(orders, fulfilment);
        token = token(Role.ASSOCIATE);
    }

    @Test
    void aTillHandsOverByPartsAndTakesAPieceBack() throws Exception {
        var store = retailer.store("door");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 5);
        var order = counter.buys(new Delivery.Collect(store), card("tok_approve"), line(mug, 2));
        var id = counter.shipment(order).id();
        var shipment = "/api/v1/shipments/" + id;
        assertThat(json(get("/api/v1/shipments?location=" + store))
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(id.value());
        assertThat(post(shipment + "/packing", "").statusCode()).isEqualTo(409);
        for (var step : List.of("acceptance", "picking", "readiness", "arrival")) {
            assertThat(post(shipment + "/" + step, "").statusCode()).isEqualTo(200);
        }
        assertThat(post(shipment + "/handover", proof("WRONG", "")).statusCode())
                .isEqualTo(403);
        var code = counter.code(fulfilment.find(id).orElseThrow());
        var some = post(shipment + "/handover", proof(code, "{\"line\": 1, \"quantity\": 1}"));
        assertThat(json(some).at("/state").asString()).isEqualTo("ARRIVED");
        var all = post(shipment + "/handover", proof(code, ""));
        assertThat(json(all).at("/state").asString()).isEqualTo("HANDED_OVER");
        assertThat(all.body() + get("/api/v1/orders/" + order + "/shipments").body())
                .doesNotContain(code);
        var back = post("/api/v1/returns", """
                {"order": %s, "location": "%s", "lines": [{"line": 1, "quantity": 1, "reason": "DOES_NOT_FIT"}]}
                """.formatted(order, store));
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(json(back).at("/worth/minor").asLong()).isEqualTo(880);
        assertThat(json(get("/api/v1/returns?order=" + order)).at("/items")).hasSize(1);
    }

    @Test
    void somebodyElseCollectsAsProgramsSay() throws Exception {
        var store = retailer.store("door");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 5);
        var order = counter.buys(new Delivery.Collect(store), card("tok_approve"), line(mug, 1));
        var shipment = counter.shipment(order);
        var collector = "/api/v1/orders/" + order + "/shipments/collector";
        assertThat(json(put(collector, "{\"name\": \"Kim Weber\"}")).at("/0/shipment/collector").asString()).isEqualTo("Kim Weber");
        assertThat(json(get("/api/v1/shipments/" + shipment.id())).at("/collector").asString()).isEqualTo("Kim Weber");
        assertProblem(put(collector, "{\"name\": \"" + "k".repeat(201) + "\"}"), 400);
        assertThat(json(put(collector, "{}")).at("/0/shipment/collector").isNull()).isTrue();
        assertThat(orders.cancel(order, "test", Counter.STAFF)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(counter.becomes(shipment.id(), ShipmentState.CANCELLED).collector()).isNull();
        assertProblem(put(collector, "{\"name\": \"Kim Weber\"}"), 409);
        assertProblem(put("/api/v1/orders/1/shipments/collector", "{}"), 404);
    }

    @Test
    void aPartIsSentAndAPartCollectedByWhatTheOrderNames() throws Exception {
        var store = retailer.store("door");
        var other = retailer.store("door");
        var mug = retailer.article("mug", 800);
        var cup = retailer.article("cup", 500);
        for (var place : List.of(store, other)) {
            retailer.stock(mug, place, 5);
            retailer.stock(cup, place, 5);
        }
        var mixed = mixed(mug, cup, "{\"type\": \"MIXED\", \"to\": %s, \"store\": \"%s\", \"collected\": [\"%s\"]}");
        var placed = json(post("/api/v1/orders", mixed.formatted(Json.write(HOME), store, cup)));
        assertThat(placed.at("/total/minor").asLong()).isEqualTo(1430);
        var order = "/api/v1/orders/" + placed.at("/id").asString();
        var view = json(get(order));
        assertThat(view.at("/delivery").asString()).isEqualTo("MIXED");
        assertThat(view.at("/lines").findValuesAsString("delivery")).containsExactly("SHIP", "COLLECT");
        assertThat(view.at("/parts").findValuesAsString("leaving")).containsExactlyInAnyOrder("SHIPPED", "COLLECTED");
        assertThat(put(order + "/collection", "{\"store\": \"%s\"}".formatted(other)).statusCode()).isEqualTo(200);
        var moved = new HashMap<String, String>();
        json(get(order)).at("/parts").forEach(part -> moved.put(part.at("/leaving").asString(), part.at("/location").asString()));
        assertThat(moved).containsEntry("COLLECTED", other.value());

        var stranger = post("/api/v1/orders", mixed.formatted(Json.write(HOME), store, "stranger"));
        assertProblem(stranger, 422);
        assertThat(stranger.body()).contains("/api/problems/not-in-order", "stranger shall be collected");
        var nowhere = post("/api/v1/orders", mixed.formatted(Json.write(HOME), "nowhere", cup));
        assertProblem(nowhere, 422);
        assertThat(nowhere.body()).contains("/api/problems/other-prices", "Place two orders");
        assertProblem(post("/api/v1/orders", mixed.formatted("null", store, cup)), 400);
        assertProblem(post("/api/v1/orders", mixed.formatted(Json.write(HOME), store, cup).replace("[\"" + cup + "\"]", "[]")), 400);
        var plain = json(post("/api/v1/orders", mixed(mug, cup, "{\"type\": \"SHIP\", \"to\": " + Json.write(HOME) + "}")));
        var ordinary = json(get("/api/v1/orders/" + plain.at("/id").asString()));
        assertThat(ordinary.at("/lines").findValues("delivery")).isEmpty();
        assertThat(ordinary.findValues("leaving")).isEmpty();
    }

    private static String mixed(Sku one, Sku other, String delivery) {
        return """
                {"lines": [{"sku": "%s", "quantity": 1}, {"sku": "%s", "quantity": 1}], "delivery": #,
                 "payment": {"tender": "CARD", "token": "tok_approve"}}
                """.formatted(one, other).replace("#", delivery);
    }

    @Test
    void aRejectionNeedsAReasonThatTheHouseKnows() throws Exception {
        var store = retailer.store("door");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 1);
        var order = counter.buys(new Delivery.Ship(HOME), card("tok_approve"), line(mug, 1));
        var path = "/api/v1/shipments/" + counter.shipment(order).id() + "/rejection";
        assertThat(post(path, "{\"reason\": \"because\"}").statusCode()).isEqualTo(400);
        assertThat(post(path, "{\"reason\": \"CLOSED\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void whatNobodyUnderstandsIsRefusedWithAProblem() throws Exception {
        for (var path :
                List.of("shipments?location=x&after=zz", "shipments?location=No Place", "shipments", "shipments/0")) {
            assertProblem(get("/api/v1/" + path.replace(" ", "%20")), 400);
        }
        assertProblem(get("/api/v1/shipments?location=x&size=0"), 400);
        assertProblem(get("/api/v1/shipments?location=x&state=NONE"), 400);
        assertProblem(get("/api/v1/shipments/1"), 404);
        for (var body : List.of(
                "",
                "{}",
                "[]",
                "{\"proof\": {\"type\": \"NONE\"}}",
                "{\"proof\": {\"type\": \"CODE\", \"code\": \"\"}}")) {
            assertProblem(post("/api/v1/shipments/1/handover", body), 400);
        }
        for (var lines : List.of("[]", "[null]", "[{\"line\": 1, \"quantity\": 0, \"reason\": \"OTHER\"}]", "{}")) {
            assertProblem(post("/api/v1/returns", "{\"order\": 1, \"lines\": " + lines + "}"), 400);
        }
        assertProblem(
                post("/api/v1/returns/1/receipt", "{\"location\": \"x\", \"lines\": {\"one\": \"RESTOCK\"}}"), 400);
        assertProblem(post("/api/v1/returns/1/cancellation", ""), 404);
    }

    @Test
    void theWorkOfPlacesIsNotForMerchandisers() throws Exception {
        token = token(Role.MERCHANDISER);
        assertProblem(get("/api/v1/shipments?location=x"), 403);
        assertProblem(post("/api/v1/shipments/1/acceptance", ""), 403);
        assertProblem(get("/api/v1/returns"), 403);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + " " + answer.body())
                .isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
    }

    private static String proof(String code, String pieces) {
        return "{\"proof\": {\"type\": \"CODE\", \"code\": \"%s\"}, \"pieces\": [%s]}".formatted(code, pieces);
    }

    private String token(Role role) {
        return tokens.issue(new NewToken("t" + ids.next(), Set.of(role), List.of(Channel.TILL), null))
                .secret();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + ids.next())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.MAPPER.readTree(answer.body());
    }
}
