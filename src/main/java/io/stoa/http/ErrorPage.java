package io.stoa.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the container sends what failed outside every controller: a problem for machines, a short page for people. */
@Controller
class ErrorPage implements ErrorController {

    static final String PROBLEM = "io.stoa.http.problem";

    @RequestMapping("/error")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problem(request);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Unable.RETRY_SECONDS);
        }
        if (Doors.isApi(path(request))) {
            Problems.write(problem, response);
            return null;
        }
        var page = page(problem, wayOn(request));
        page.addObject("door", Doors.homeOf(path(request)));
        page.addObject("words", words(problem.getStatus(), request));
        return page;
    }

    private static ProblemDetail problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof ProblemDetail known) {
            return known;
        }
        var status = status(request);
        return (status.is5xxServerError()
                        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)
                ? Unable.because(failure).orElseGet(() -> UnexpectedFailure.note(failure))
                : FrameRefusal.byStatus(status);
    }

    /** Somebody who asks for this page by name has found nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    /** Where whoever was turned away may go, else the first page of the door at which they are. */
    private static String wayOn(HttpServletRequest request) {
        return request.getAttribute(Problems.WAY_ON) instanceof String place ? place : Doors.homeOf(path(request));
    }

    private static String path(HttpServletRequest request) {
        @Nullable Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? request.getRequestURI() : path.toString();
    }

    /** The key of what the page says. A form without its token is no question of who may: its page is too old. */
    private static String words(int status, HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return "page.error.stale";
        }
        return switch (status) {
            case 403, 404, 413, 503 -> "page.error." + status;
            default -> status < 500 ? "page.error.400" : "page.error";
        };
    }

    private static ModelAndView page(ProblemDetail problem, String home) {
        var page = new ModelAndView("error", HttpStatus.valueOf(problem.getStatus()));
        page.addObject("status", problem.getStatus());
        page.addObject("home", home);
        var more = problem.getProperties();
        if (more != null && more.get("reference") instanceof String reference) {
            page.addObject("reference", reference);
        }
        return page;
    }
}
