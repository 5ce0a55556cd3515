package io.stoa.events;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome;
import io.stoa.shared.Channel;
import io.stoa.shared.OrderId;
import io.stoa.staff.NewToken;
import io.stoa.staff.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Neither log takes a card number: not the one of facts, nor the program's own. */
@StoaTest
@ExtendWith(OutputCaptureExtension.class)
class NoCardNumbersTest {

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    EventLog log;

    @Autowired
    Tokens tokens;

    @LocalServerPort
    int port;

    @Test
    void whatHoldsOneIsNotDone() throws IOException, InterruptedException {
        var order = placed();
        var before = log.about("order:" + order, 50).size();
        assertThat(cancel(order, "card 4242 4242 4242 4242")).contains("card-number").contains("422");
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.PLACED);
        assertThat(log.about("order:" + order, 50)).hasSize(before);

        assertThat(cancel(order, "article 4006381333931")).contains("CANCELLED");
    }

    @Test
    void theProgramsOwnLogHasTheLastDigitsOnly(CapturedOutput output) {
        LoggerFactory.getLogger(NoCardNumbersTest.class)
                .warn("Paid with {}", "4242 4242 4242 4242", new IllegalStateException("refused 5555555555554444"));
        assertThat(output.getAll())
                .contains("Paid with [card number ending in 4242]", "refused [card number ending in 4444]")
                .doesNotContain("4242 4242", "5555555555554444");
    }

    private OrderId placed() {
        var article = retailer.article("mug", 12_00);
        retailer.stock(article, retailer.store("mugs"), 3);
        var placed = orders.place(Retailer.order(new Delivery.Ship(HOME), card("tok_approve"), line(article, 1)));
        return ((PlaceOutcome.Placed) placed).order();
    }

    private String cancel(OrderId order, String reason) throws IOException, InterruptedException {
        var token = tokens.issue(new NewToken("cards", Set.of(Role.AGENT), List.of(Channel.values()), null)).secret();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/orders/" + order + "/cancellation"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"" + reason + "\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
