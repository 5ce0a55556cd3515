package io.stoa.access;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps cookies, fills in the hidden field of forms, and follows no redirect by itself. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private @Nullable String token;
    private final String address = "198.51." + COUNTER.incrementAndGet() % 250 + ".7";
    private boolean https;

    public Browser(int port) {
        this.port = port;
    }

    /** A cookie that somebody put into this browser. */
    public void keep(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port), cookie);
    }

    /** What it sends along, as a header. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public Browser bearing(String secret) {
        token = secret;
        return this;
    }

    /** From here on forms come as through a proxy that speaks TLS. */
    public Browser overHttps() {
        https = true;
        return this;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    /** A form as another site would send it. */
    public HttpResponse<String> post(String path, String form) throws Exception {
        return send(form(path).POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder form(String path) {
        var request = https ? request(path, "X-Forwarded-Proto", "https") : request(path);
        return request.header("Content-Type", "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> put(String path, String json, String... headers) throws Exception {
        return send(request(path, headers).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** A form as our own page at this path sends it. */
    public HttpResponse<String> submit(String path, String form) throws Exception {
        return post(path, form + "&_csrf=" + URLEncoder.encode(csrf(path), StandardCharsets.UTF_8));
    }

    /** A form that stands on one page and is sent to another address. */
    public HttpResponse<String> submitFrom(String page, String path, String form) throws Exception {
        return send(form(path)
                .header("Referer", "http://localhost:" + port + page)
                .POST(BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(csrf(page), StandardCharsets.UTF_8))));
    }

    /** Any method, with the token that forms of ours carry and no body. */
    HttpResponse<String> call(String method, String path, String csrf) throws Exception {
        return send(request(path).header("X-CSRF-TOKEN", csrf).method(method, BodyPublishers.noBody()));
    }

    public HttpResponse<String> signIn(Entrance entrance, String name, String password) throws Exception {
        return submit(
                entrance.signInPath(),
                "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    public HttpResponse<String> leave(Entrance entrance) throws Exception {
        var csrf = csrf(entrance.signInPath());
        return post(entrance.signOutPath(), "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8));
    }

    /** The token of the form on a page. */
    public String csrf(String path) throws Exception {
        var page = CSRF.matcher(get(path).body());
        if (!page.find()) {
            throw new AssertionError("No token in the form at " + path);
        }
        return page.group(1);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
