package io.stoa.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stoa.shared.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Speaks the documented wire format of Twilio's Messages API of 2010-04-01, and fails as it is told. */
final class TwilioCounterpart implements AutoCloseable {

    static final String SID = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "a token with : and %";
    static final String FROM = "+441134960999";

    /** What it does with the next message. */
    enum Mood {
        TAKES,
        TAKES_AND_BREAKS_THE_LINE,
        TAKES_AND_SAYS_500,
        BREAKS_THE_LINE,
        TOO_MANY,
        NO_SUCH_NUMBER,
        WRONG_TOKEN,
        SILENT
    }

    private final HttpServer server;
    private final String number;
    private final Queue<Mood> moods = new ArrayDeque<>();
    private final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Moods are for one number; what other tests left in the outbox is taken. */
    TwilioCounterpart(String number, Mood... moods) throws IOException {
        this.number = number;
        this.moods.addAll(Arrays.asList(moods));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + SID + "/Messages.json", this::answer);
        server.start();
    }

    TwilioAccount account() {
        return new TwilioAccount(URI.create("http://localhost:" + server.getAddress().getPort()), SID, TOKEN, FROM);
    }

    /** The words that went out to the number. */
    List<String> sent() {
        return taken.stream().filter(form -> number.equals(form.get("To"))).map(form -> String.valueOf(form.get("Body"))).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var who = "Basic " + Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!who.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, 20003, "Authenticate");
        } else if (exchange.getRequestMethod().equals("GET")) {
            list(exchange);
        } else {
            create(exchange, form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private void create(HttpExchange exchange, Map<String, String> form) throws IOException {
        var mood = number.equals(form.get("To")) ? next() : Mood.TAKES;
        if (!form.keySet().equals(java.util.Set.of("To", "From", "Body")) || !FROM.equals(form.get("From"))) {
            error(exchange, 400, 21603, "A 'From' phone number is required.");
            return;
        }
        if (List.of(Mood.TAKES, Mood.TAKES_AND_BREAKS_THE_LINE, Mood.TAKES_AND_SAYS_500).contains(mood)) {
            taken.add(form);
        }
        switch (mood) {
            case TAKES -> send(exchange, 201, Json.write(resource(form)));
            case TAKES_AND_BREAKS_THE_LINE, BREAKS_THE_LINE -> exchange.close();
            case TAKES_AND_SAYS_500 -> error(exchange, 500, 20500, "Internal Server Error");
            case TOO_MANY -> error(exchange, 429, 20429, "Too Many Requests");
            case NO_SUCH_NUMBER -> error(exchange, 400, 21211, "Invalid 'To' Phone Number");
            case WRONG_TOKEN -> error(exchange, 401, 20003, "Authenticate");
            case SILENT -> silent(exchange);
        }
    }

    private synchronized Mood next() {
        var mood = moods.poll();
        return mood == null ? Mood.TAKES : mood;
    }

    private void silent(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void list(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        var found = taken.stream().filter(form -> Objects.equals(form.get("To"), asked.get("To"))).map(TwilioCounterpart::resource).toList();
        send(exchange, 200, Json.write(Map.of("messages", found, "page", 0, "page_size", 50)));
    }

    private static Map<String, Object> resource(Map<String, String> form) {
        return Map.of(
                "sid", "SM0123456789abcdef0123456789abcdef",
                "account_sid", SID,
                "to", String.valueOf(form.get("To")),
                "from", FROM,
                "body", String.valueOf(form.get("Body")),
                "status", "queued",
                "direction", "outbound-api");
    }

    private static void error(HttpExchange exchange, int status, int code, String message) throws IOException {
        var more = "https://www.twilio.com/docs/errors/" + code;
        send(exchange, status, Json.write(Map.of("code", code, "message", message, "more_info", more, "status", status)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
