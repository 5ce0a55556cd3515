package io.stoa.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An open stream, as a browser reads it. */
final class Follower implements AutoCloseable {

    /** Stands for the end of the stream. */
    static final String ENDED = "ended";

    private final InputStream body;
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    private Follower(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    /** The header says who follows, a token or the cookies of a browser; with null it is a guest. */
    static Follower of(
            HttpClient client, int port, String topics, String header, @Nullable String value, @Nullable String after)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live?topics=" + topics));
        if (value != null) {
            request.header(header, value);
        }
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        var answer = client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("Refused with " + answer.statusCode());
        }
        return new Follower(answer.body());
    }

    /** The next message, or null when none comes within the time. */
    @Nullable String next(Duration patience) throws InterruptedException {
        return messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    String lastId() {
        return lastId;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var id = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    messages.add(line.substring(6));
                } else if (line.isEmpty()) {
                    lastId = id;
                }
            }
            messages.add(ENDED);
        } catch (IOException broken) {
            messages.add(ENDED);
        }
    }
}
