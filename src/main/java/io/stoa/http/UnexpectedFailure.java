package io.stoa.http;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A fault of ours: the log gets everything, the caller a reference to it. */
final class UnexpectedFailure {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

    private UnexpectedFailure() {}

    static ProblemDetail note(Throwable failure) {
        var reference = "E" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36);
        LOG.error("Unexpected failure {}", reference, failure);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side. Ask again, and if it stays, tell support the reference.",
                Map.of("reference", reference));
    }
}
