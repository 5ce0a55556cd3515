package io.stoa.http;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Carries a problem out of a controller to the caller; expected, so it is neither logged nor traced. */
public final class Refused extends ErrorResponseException {

    Refused(ProblemDetail problem) {
        super(HttpStatusCode.valueOf(problem.getStatus()), problem, null);
    }

    /** A refusal is an answer and no fault: the costly stack trace would tell nobody anything. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
