package io.stoa.push;

import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings what waits in the outbox to the push services, at least once; a browser shows one tag once. */
@Component
class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int ROUND_MAX = 50;
    private static final int TRIES_MAX = 12;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration REST_MAX = Duration.ofHours(2);
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int TOO_LATE = 408;

    private final PushTable table;
    private final HouseKeys keys;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    Messenger(PushTable table, HouseKeys keys, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${stoa.push.send-every:1s}", initialDelayString = "${stoa.push.send-every:1s}")
    void run() {
        for (var due : table.take(clock.instant(), LEASE, ROUND_MAX)) {
            try {
                settle(due, post(due));
            } catch (IOException | RuntimeException away) {
                later(due, String.valueOf(away));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Scheduled(fixedDelay = 3_600_000)
    void tidy() {
        table.tidy(clock.instant(), KEPT);
    }

    private int post(PushTable.Due due) throws IOException, InterruptedException {
        var letters = keys.letters();
        var browser = due.browser();
        var body = letters.getBody(
                due.payload().getBytes(StandardCharsets.UTF_8), bytes(browser.p256dh()), bytes(browser.auth()));
        int worth = (int) Math.max(0, Duration.between(clock.instant(), due.until()).toSeconds());
        var request = HttpRequest.newBuilder(URI.create(browser.endpoint()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        letters.getHeaders(browser.endpoint(), worth, null, WebPush.Urgency.Normal).forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void settle(PushTable.Due due, int status) {
        if (status == NOT_FOUND || status == GONE) {
            table.forget(due.subscriber());
        } else if (status >= 200 && status < 300) {
            table.end(due.id(), "SENT", "");
        } else if (status == TOO_MANY || status == TOO_LATE || status >= 500) {
            later(due, "Status " + status);
        } else {
            LOG.warn("A push service refused a message with status {}", status);
            table.end(due.id(), "FAILED", "Status " + status);
        }
    }

    private void later(PushTable.Due due, String cause) {
        if (due.attempts() >= TRIES_MAX) {
            table.end(due.id(), "FAILED", cause);
        } else {
            table.postpone(due.id(), due(due.attempts(), clock.instant()), cause);
        }
    }

    /** After 10, 40 and 160 seconds and so on, then every two hours. */
    static Instant due(int attempts, Instant now) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(2 * (attempts - 1), 20));
        return now.plus(rest.compareTo(REST_MAX) < 0 ? rest : REST_MAX);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
