package io.stoa.http;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What Spring itself refuses, in our words. */
final class FrameRefusal {

    private FrameRefusal() {}

    static ProblemDetail problem(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName(), "parameter");
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName(), "part");
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName(), "header");
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case HttpMediaTypeNotSupportedException wrong ->
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Send the body as application/json.",
                        Map.of("field", "Content-Type"));
            case BindException wrong -> Problems.invalid(field(wrong), "Correct this value; /api describes it.");
            case HandlerMethodValidationException wrong -> Problems.invalid(field(wrong), "Correct this value.");
            default -> byStatus(status);
        };
    }

    static ProblemDetail byStatus(HttpStatusCode code) {
        var status = HttpStatus.valueOf(code.value());
        return switch (status) {
            case NOT_FOUND -> Problems.notFound("There is nothing here. /api lists what there is.");
            case UNAUTHORIZED -> Problems.of(status, "not-signed-in", "Sign in, or send a bearer token.", Map.of());
            case FORBIDDEN -> Problems.forbidden("Your role does not allow this. Ask somebody whose role does.");
            case METHOD_NOT_ALLOWED -> Problems.of(status, "method-not-allowed", "Use another method.", Map.of());
            case NOT_ACCEPTABLE -> Problems.of(status, "not-acceptable", "Accept application/json.", Map.of());
            case CONTENT_TOO_LARGE -> BodyLimit.problem();
            case SERVICE_UNAVAILABLE -> Problems.of(status, "overloaded", "Ask again in a second.", Map.of());
            default -> Problems.of(status, "invalid-request", "This request cannot be understood. See /api.", Map.of());
        };
    }

    private static ProblemDetail missing(String name, String kind) {
        return Problems.malformed("missing-" + kind, "Send the %s %s.".formatted(kind, name), Map.of("field", name));
    }

    private static ProblemDetail method(HttpRequestMethodNotSupportedException wrong) {
        var allowed = wrong.getSupportedHttpMethods();
        var words = allowed == null
                ? "another method"
                : allowed.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
        return Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Use " + words + " here.", Map.of());
    }

    private static String field(BindException wrong) {
        return wrong.getFieldErrors().isEmpty()
                ? "body"
                : wrong.getFieldErrors().getFirst().getField();
    }

    private static String field(HandlerMethodValidationException wrong) {
        return wrong.getParameterValidationResults().stream()
                .findFirst()
                .map(result -> result.getMethodParameter().getParameterName())
                .orElse("request");
    }
}
