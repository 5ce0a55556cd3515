package io.stoa.replay;

import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.staff.DemoAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Speaks to the shop as any client does: HTTP, JSON and the token of a door. When the shop is busy or an answer is lost it
 * asks again, a few times, which is safe because every request may be repeated. Thread-safe.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 6;
    private static final long PAUSE_MILLIS = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shop;
    private final AtomicLong busy = new AtomicLong();

    Client(URI shop) {
        this.shop = shop;
    }

    /** What the shop answered; status 0 when it never did. */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** A door, and the place from which it is used, if any. */
    record From(Channel door, @Nullable LocationId place) {}

    Answer get(From from, String path) throws InterruptedException {
        return send(request(from, path).GET());
    }

    Answer put(From from, String path, Object body) throws InterruptedException {
        return send(request(from, path).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    Answer post(From from, String path, Object body) throws InterruptedException {
        return send(request(from, path).POST(BodyPublishers.ofString(Json.write(body))));
    }

    Answer post(From from, String path, Object body, String key) throws InterruptedException {
        return send(request(from, path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** How often the shop was too busy and was asked again. */
    long busy() {
        return busy.get();
    }

    private HttpRequest.Builder request(From from, String path) {
        var request = HttpRequest.newBuilder(shop.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + DemoAccounts.token(from.door()))
                .header("Stoa-Channel", from.door().name());
        return from.place() == null ? request : request.header("Stoa-Location", from.place().value());
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        var answer = new Answer(0, Json.MAPPER.nullNode());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            answer = once(request.build());
            if (answer.status() != 0 && answer.status() != 503) {
                return answer;
            }
            busy.incrementAndGet();
            Thread.sleep(PAUSE_MILLIS * attempt);
        }
        return answer;
    }

    private Answer once(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException lost) {
            return new Answer(0, Json.MAPPER.nullNode());
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(body);
        } catch (JacksonException noJson) {
            return Json.MAPPER.nullNode();
        }
    }
}
