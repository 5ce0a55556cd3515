package io.stoa.stripe;

import com.stripe.Stripe;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stoa.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Speaks Stripe's documented wire format on a port of this machine: forms in, JSON out, a key for each account, idempotency keys
 * whose first answer is repeated (server errors too) and whose other use is an error, pages where one pays, and signed news.
 * On demand it fails in every way that a line to a far company can.
 */
final class StripeCounterpart implements AutoCloseable {

    static final String KEY = "sk_test_counterpart";
    static final String SECRET = "whsec_counterpart";

    /** What goes wrong with one call. */
    enum Fault {
        NONE,
        /** The line breaks before anything was done. */
        BROKEN_BEFORE,
        /** It was done, and the line breaks before the answer. */
        BROKEN_AFTER,
        /** Nothing was done, and the same key gets the same answer all day. */
        ERROR,
        /** It was done, and the answer says that something went wrong. */
        ERROR_AFTER,
        BUSY
    }

    private record Answer(int status, String body) {}

    private record Once(String request, Answer answer) {}

    final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    final StripeAccount account;
    private final HttpServer server;
    private final Map<String, Once> keys = new ConcurrentHashMap<>();
    private final AtomicLong events = new AtomicLong();

    StripeCounterpart() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        account = new StripeAccount(url());
        server.createContext("/v1/", this::api);
        server.createContext("/c/pay/", this::page);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Tells Stoa something, signed at this time; the status of its answer. */
    int tell(int port, String type, Map<String, Object> object, Instant at) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", "evt_" + events.incrementAndGet());
        event.put("object", "event");
        event.put("api_version", Stripe.API_VERSION);
        event.put("created", at.getEpochSecond());
        event.put("type", type);
        event.put("data", Map.of("object", object));
        var body = Json.write(event);
        return post(port, body, "t=" + at.getEpochSecond() + ",v1=" + signed(at.getEpochSecond() + "." + body));
    }

    static int post(int port, String body, String signature) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/stripe"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void api(HttpExchange call) throws IOException {
        var fault = Objects.requireNonNullElse(faults.poll(), Fault.NONE);
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (fault == Fault.BROKEN_BEFORE) {
            call.close();
            return;
        }
        var answer = fault == Fault.BUSY ? error(429, "rate_limit_error", "rate_limit") : answer(call, body, fault);
        if (fault == Fault.BROKEN_AFTER) {
            call.close();
            return;
        }
        send(call, answer.status(), "application/json", answer.body());
    }

    private Answer answer(HttpExchange call, String body, Fault fault) {
        if (!("Bearer " + KEY).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_request_error", "api_key_invalid");
        }
        var key = call.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || !call.getRequestMethod().equals("POST")) {
            return fault == Fault.ERROR || fault == Fault.ERROR_AFTER ? error(500, "api_error", "") : done(call, body);
        }
        var request = call.getRequestURI() + " " + body;
        var once = keys.computeIfAbsent(key, _ -> new Once(request, first(call, body, fault)));
        return once.request().equals(request) ? once.answer() : error(400, "idempotency_error", "");
    }

    private Answer first(HttpExchange call, String body, Fault fault) {
        if (fault == Fault.ERROR) {
            return error(500, "api_error", "");
        }
        var done = done(call, body);
        return fault == Fault.ERROR_AFTER ? error(500, "api_error", "") : done;
    }

    private Answer done(HttpExchange call, String body) {
        try {
            var object = route(call.getRequestMethod(), call.getRequestURI(), body);
            synchronized (account) {
                return new Answer(200, Json.write(object));
            }
        } catch (StripeAccount.No no) {
            return error(no.status, no.type, no.code);
        }
    }

    private Map<String, Object> route(String method, URI uri, String body) {
        var path = uri.getPath().split("/", -1);
        var query = form(Objects.requireNonNullElse(uri.getRawQuery(), ""));
        boolean posts = method.equals("POST");
        return switch (path[2]) {
            case "checkout" -> path.length == 4
                    ? account.openPage(form(body))
                    : posts ? account.closePage(path[4]) : account.page(path[4], query.containsValue("payment_intent"));
            case "payment_intents" -> !posts
                    ? account.get(path[3])
                    : path[4].equals("capture") ? account.capture(path[3], form(body)) : account.cancel(path[3]);
            case "refunds" -> posts
                    ? account.refund(form(body))
                    : list(account.refunds(Objects.requireNonNull(query.get("payment_intent"))));
            case "disputes" -> account.get(path[3]);
            default -> throw new StripeAccount.No(404, "invalid_request_error", "resource_missing");
        };
    }

    /** The page where a customer pays, or goes back. */
    private void page(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        var id = path.substring("/c/pay/".length());
        var page = account.get(id);
        if (call.getRequestMethod().equals("POST")) {
            var _ = account.pay(id);
            call.getResponseHeaders().add("Location", StripeAccount.value(page, "success_url").toString());
            call.sendResponseHeaders(303, -1);
            call.close();
            return;
        }
        send(call, 200, "text/html; charset=utf-8", """
                <!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Counterpart</title><h1>%s</h1>
                <form method="post"><button>Pay</button></form><a href="%s">Back</a></html>
                """.formatted(page.get("amount_total"), page.get("cancel_url")));
    }

    private static Map<String, Object> list(Object data) {
        return Map.of("object", "list", "data", data, "has_more", false, "url", "/v1/refunds");
    }

    private static Answer error(int status, String type, String code) {
        var error = code.isEmpty() ? Map.of("type", type) : Map.of("type", type, "code", code);
        return new Answer(status, Json.write(Map.of("error", error)));
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange call, int status, String type, @Nullable String body) throws IOException {
        var bytes = Objects.requireNonNullElse(body, "").getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static String signed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
