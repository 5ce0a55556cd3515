package io.stoa.http;

import io.stoa.shared.GroupCommit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import io.stoa.shared.CardNumbers;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * The one place where exceptions become answers. Below {@code /api} that is a problem; elsewhere the request goes on to the
 * error page with the same status. What nobody expected is logged with a reference that the caller gets too, and nothing else.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler(GroupCommit.Overloaded.class)
    @Nullable
    ResponseEntity<Object> overloaded(GroupCommit.Overloaded overloaded, WebRequest request) {
        return later(
                overloaded,
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "overloaded",
                        "Too many ask for this at once. Ask again in a second.",
                        Map.of()),
                request);
    }

    /** A value that the database refuses as such (SQL state 22: too long, out of range) came from the caller, if late. */
    @ExceptionHandler(DataAccessException.class)
    @Nullable
    ResponseEntity<Object> data(DataAccessException failure, WebRequest request) {
        var state = Blame.find(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse("");
        if (!state.startsWith("22")) {
            return unexpected(failure, request);
        }
        logger.warn("A value got as far as the database before it was refused", failure);
        return answer(
                failure, Problems.malformed("invalid-value", "A value is too long or too large.", Map.of()), request);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @Nullable
    ResponseEntity<Object> refusedByValue(
            IllegalArgumentException failure, @Nullable HandlerMethod handler, WebRequest request) {
        var sentence = Blame.sentence(failure)
                .filter(text -> handler != null && Blame.valueRefusedWhatCameFrom(handler.getBeanType(), failure));
        return sentence.isEmpty()
                ? unexpected(failure, request)
                : answer(failure, Problems.malformed("invalid-value", sentence.get(), Map.of()), request);
    }

    @ExceptionHandler(CardNumbers.Told.class)
    @Nullable
    ResponseEntity<Object> cardNumber(CardNumbers.Told failure, WebRequest request) {
        return answer(
                failure, Problems.unprocessable("card-number", String.valueOf(failure.getMessage()), Map.of()), request);
    }

    /** The firewall looks at a header or parameter only when it is read, which is within a controller. */
    @ExceptionHandler(RequestRejectedException.class)
    @Nullable
    ResponseEntity<Object> refusedByFirewall(RequestRejectedException failure, WebRequest request) {
        return answer(failure, FrameRefusal.byStatus(HttpStatus.BAD_REQUEST), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (failure instanceof ErrorResponse known) {
            return answer(failure, plain(known), request);
        }
        var unable = Unable.because(failure);
        if (unable.isPresent()) {
            logger.error("The database cannot do its work", failure);
            return later(failure, unable.get(), request);
        }
        return answer(failure, UnexpectedFailure.note(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (Blame.find(failure, BodyLimit.TooLarge.class).isPresent()) {
            return answer(failure, BodyLimit.problem(), request);
        }
        var problem = Blame.find(failure, JacksonException.class)
                .map(MalformedJson::problem)
                .orElseGet(() -> Problems.malformed("invalid-body", "Send the body that /api describes.", Map.of()));
        return answer(failure, problem, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Optional.ofNullable(failure.getPropertyName()).orElse("request");
        var detail = Blame.sentence(failure)
                .orElseGet(() -> "Send " + MalformedJson.expected(failure.getRequiredType()) + " here.");
        return answer(failure, Problems.invalid(field, detail), request);
    }

    /** All other refusals of the frame: their status and headers are right, their words are made ours. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof Refused refused) {
            return answer(failure, refused.getBody(), request);
        }
        if (status.is5xxServerError() && status.value() != 503) {
            return answer(failure, UnexpectedFailure.note(failure), request);
        }
        var problem = FrameRefusal.problem(failure, status);
        return answer(failure, problem, headers, request);
    }

    private ProblemDetail plain(ErrorResponse known) {
        return known.getStatusCode().is5xxServerError()
                ? UnexpectedFailure.note((Exception) known)
                : FrameRefusal.problem((Exception) known, known.getStatusCode());
    }

    private @Nullable ResponseEntity<Object> later(Exception failure, ProblemDetail problem, WebRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Unable.RETRY_SECONDS);
        return answer(failure, problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(Exception failure, ProblemDetail problem, WebRequest request) {
        return answer(failure, problem, new HttpHeaders(), request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        var exchange = (ServletWebRequest) request;
        var response = exchange.getResponse();
        if (response == null || response.isCommitted()) {
            logger.debug("The caller left before the answer", failure);
            return null;
        }
        return Doors.isApi(exchange.getRequest())
                ? ResponseEntity.status(problem.getStatus())
                        .headers(headers)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem)
                : toErrorPage(problem, exchange.getRequest(), response);
    }

    private @Nullable ResponseEntity<Object> toErrorPage(
            ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(ErrorPage.PROBLEM, problem);
        try {
            response.sendError(problem.getStatus());
        } catch (IOException gone) {
            logger.debug("The caller left before the answer", gone);
        }
        return null;
    }
}
