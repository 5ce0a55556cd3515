package io.stoa.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in the back office: signs in through the form and then reads pages and fills in forms as a browser does. */
final class OfficeReader implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String home;

    private OfficeReader(String home) {
        this.home = home;
    }

    static OfficeReader signedIn(int port, String login, String password) throws IOException, InterruptedException {
        var reader = new OfficeReader("http://localhost:" + port);
        reader.post("/sign-in", "/sign-in", Map.of("name", login, "password", password));
        return reader;
    }

    String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .timeout(PATIENCE)
                .build();
        return fine(client.send(request, HttpResponse.BodyHandlers.ofString()), path)
                .body();
    }

    /** How many lines a file has that is read as it comes. */
    long lines(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .timeout(PATIENCE)
                .build();
        try (var lines = fine(client.send(request, HttpResponse.BodyHandlers.ofLines()), path)
                .body()) {
            return lines.count();
        }
    }

    /** Sends a form of a page; where the answer leads to. */
    String post(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(page));
        if (!token.find()) {
            throw new IOException("There is no form at " + page);
        }
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(
                        "&", "", "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .build();
        var answer = fine(client.send(request, HttpResponse.BodyHandlers.ofString()), path);
        return answer.headers().firstValue("Location").orElse("");
    }

    private static <T> HttpResponse<T> fine(HttpResponse<T> answer, String path) throws IOException {
        if (answer.statusCode() >= 400) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        client.close();
    }
}
