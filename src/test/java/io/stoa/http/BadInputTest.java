package io.stoa.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.staff.NewToken;
import io.stoa.staff.Tokens;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Throws at every resource of the API what has broken programs before: a 5xx, an answer without words or a hang is a fault. */
@StoaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Each resource sees each text at one of so many places, or the suite would take hours. */
    private static final int PLACES = 4;

    private static final int CALLERS = 4;
    private static final int EXTREME_TEXTS = 40;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> texts = NastyInputs.texts();
    private final List<byte[]> bodies = NastyInputs.bodies();
    private String token = "";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Tokens tokens;

    @Value("${local.server.port}")
    private int port;

    /** One way to call a resource: the method, the path with {places}, and what else it takes. */
    record Endpoint(
            String method,
            String path,
            List<String> parameters,
            List<String> headers,
            @Nullable Type body) {
        boolean takesBody() {
            return body != null;
        }
    }

    @BeforeAll
    void mayDoEverything() {
        token = tokens.issue(new NewToken("nasty", Set.of(Role.values()), List.of(Channel.values()), null))
                .secret();
    }

    @Test
    void nothingMalformedBreaksAResource() throws Exception {
        var endpoints = endpoints();
        assertThat(endpoints).as("resources below /api/v1").hasSizeGreaterThan(60);
        assertThat(endpoints.stream().map(endpoint -> endpoint.method() + " " + endpoint.path()))
                .contains("PUT /api/v1/products/by-code/{code}", "PATCH /api/v1/prices/lists/{list}/prices", "POST /api/v1/transfers");
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var attacks = endpoints.stream()
                    .map(endpoint -> threads.submit(() -> attack(endpoint)))
                    .toList();
            for (var attack : attacks) {
                attack.get();
            }
        }
        System.out.println(calls + " bad calls of " + endpoints.size() + " resources");
        assertThat(faults.stream().limit(40)).as("faults of %s calls", calls).isEmpty();
    }

    private void attack(Endpoint endpoint) {
        for (int i = 0; i < texts.size(); i++) {
            switch (Math.floorMod(i + endpoint.hashCode(), PLACES)) {
                case 0 -> inPath(endpoint, texts.get(i));
                case 1 -> inQuery(endpoint, texts.get(i));
                case 2 -> call(endpoint, "1", "1", texts.get(i), null);
                default -> shaped(endpoint, texts.get(i), 1);
            }
        }
        if (endpoint.takesBody()) {
            bodies.forEach(body -> call(endpoint, "1", "1", null, body));
            texts.stream().limit(EXTREME_TEXTS).forEach(text -> shaped(endpoint, text, Long.MAX_VALUE));
            List.of(-1, 0, Long.MIN_VALUE, 1.5).forEach(number -> shaped(endpoint, "a", number));
        }
    }

    private void inPath(Endpoint endpoint, String text) {
        if (endpoint.path().contains("{")) {
            call(endpoint, text, "1", null, null);
        }
    }

    private void inQuery(Endpoint endpoint, String text) {
        if (!endpoint.parameters().isEmpty()) {
            call(endpoint, "1", text, null, null);
        }
    }

    private void shaped(Endpoint endpoint, String text, Object number) {
        if (endpoint.body() != null) {
            var value = Shape.of(endpoint.body(), text, number, 0);
            var body = value == null ? "null" : Json.write(value);
            call(endpoint, "1", "1", null, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void call(
            Endpoint endpoint, String inPath, String inQuery, @Nullable String inHeader, byte @Nullable [] body) {
        try {
            judge(endpoint, request(endpoint, inPath, inQuery, inHeader, body));
        } catch (IllegalArgumentException unspeakable) {
            // The client itself refuses to send such a header or address.
        } catch (Exception failure) {
            faults.add(endpoint.method() + " " + endpoint.path() + " with " + shown(inPath, inQuery, inHeader, body)
                    + ": " + failure);
        }
    }

    private void judge(Endpoint endpoint, HttpRequest request) throws Exception {
        var answer = client.send(request, BadInputTest::body);
        calls.incrementAndGet();
        var problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        var fine = answer.statusCode() < 400 || (answer.statusCode() < 500 && problem);
        if (!fine) {
            faults.add(answer.statusCode() + " " + endpoint.method() + " "
                    + limited(request.uri().toString()) + " " + limited(answer.body()));
        }
    }

    /** A stream of events never ends; its head is answer enough. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
        return head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? BodySubscribers.replacing("")
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private HttpRequest request(
            Endpoint endpoint, String inPath, String inQuery, @Nullable String inHeader, byte @Nullable [] body) {
        var path = new StringBuilder(
                endpoint.path().replaceAll("\\{[^}]+}", encoded(inPath).replace("+", "%20")));
        for (int i = 0; i < endpoint.parameters().size(); i++) {
            path.append(i == 0 ? '?' : '&')
                    .append(endpoint.parameters().get(i))
                    .append('=')
                    .append(encoded(inQuery));
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        endpoint.headers().forEach(header -> request.header(header, inHeader == null ? "key-1" : inHeader));
        if (inHeader != null) {
            request.header("If-None-Match", inHeader).header("Accept-Language", inHeader);
        }
        return request.method(
                        endpoint.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    private List<Endpoint> endpoints() {
        var all = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            for (var path : mapping.getPatternValues()) {
                if (path.startsWith("/api/v1")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> all.add(new Endpoint(
                                    method.name(),
                                    path,
                                    named(handler.getMethodParameters(), RequestParam.class),
                                    named(handler.getMethodParameters(), RequestHeader.class),
                                    bodyOf(handler.getMethodParameters()))));
                }
            }
        });
        return all;
    }

    private static List<String> named(MethodParameter[] parameters, Class<? extends Annotation> kind) {
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.hasParameterAnnotation(kind))
                .map(BadInputTest::name)
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var given = header != null ? header.value() : query != null ? query.value() : "";
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private static @Nullable Type bodyOf(MethodParameter[] parameters) {
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shown(String inPath, String inQuery, @Nullable String inHeader, byte @Nullable [] body) {
        return limited(inPath + " | " + inQuery + " | " + inHeader + " | "
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8)));
    }

    private static String limited(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }
}
