package io.stoa.http;

import io.stoa.shared.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Makes RFC 9457 problems. The name is short and kebab-case ({@code out-of-stock}) and becomes the type
 * {@code /api/problems/out-of-stock}; the detail is a sentence for people that says what to do and holds nothing internal.
 */
public final class Problems {

    /** Attribute of a request that is refused: a page that whoever asked may go to instead. */
    public static final String WAY_ON = "io.stoa.http.way-on";

    private static final String TYPES = "/api/problems/";

    private Problems() {}

    /** 400: the request cannot be understood. */
    public static ProblemDetail malformed(String name, String detail, Map<String, ?> more) {
        return of(HttpStatus.BAD_REQUEST, name, detail, more);
    }

    /** 400 that points at the field, parameter or header which is wrong. */
    public static ProblemDetail invalid(String field, String detail) {
        return malformed("invalid-value", detail, Map.of("field", field));
    }

    /** 403: known, but not allowed. */
    public static ProblemDetail forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "not-allowed", detail, Map.of());
    }

    /** 404: there is no such thing, or the caller may not know that there is. */
    public static ProblemDetail notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "not-found", detail, Map.of());
    }

    /** 409: understood, and refused by how things stand now. */
    public static ProblemDetail conflict(String name, String detail, Map<String, ?> more) {
        return of(HttpStatus.CONFLICT, name, detail, more);
    }

    /** 422: understood, and can never be done as asked. */
    public static ProblemDetail unprocessable(String name, String detail, Map<String, ?> more) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, name, detail, more);
    }

    public static ProblemDetail of(HttpStatus status, String name, String detail, Map<String, ?> more) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(title(name));
        more.forEach(problem::setProperty);
        return problem;
    }

    /** For a controller that answers a view: {@code throw Problems.refuse(Problems.notFound("…"))}. */
    public static Refused refuse(ProblemDetail problem) {
        return new Refused(problem);
    }

    /** Answers a problem from a filter, where there is no controller to return it. */
    public static void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", String.valueOf(problem.getTitle()));
        members.put("status", problem.getStatus());
        members.put("detail", String.valueOf(problem.getDetail()));
        var more = problem.getProperties();
        if (more != null) {
            members.putAll(more);
        }
        var body = Json.write(members).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String title(String name) {
        var words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
