package io.stoa.register;

import io.stoa.shared.Money;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sale that this session finished: which attempt it was, its receipt, and the cash that was handed over. */
record Done(String attempt, String receipt, @Nullable Money given) {

    private static final String DONE = "stoa.till.done";
    private static final int REMEMBERED = 20;

    static Optional<Done> of(HttpSession session, String attempt) {
        return all(session).filter(done -> done.attempt().equals(attempt)).findFirst();
    }

    static Optional<Money> given(HttpSession session, String receipt) {
        return all(session).filter(done -> done.receipt().equals(receipt)).flatMap(done -> Stream.ofNullable(done.given())).findFirst();
    }

    /** The receipt of the sale that was finished last. */
    static Optional<String> last(HttpSession session) {
        return all(session).map(Done::receipt).findFirst();
    }

    /** Remembers it beside the last few. */
    static void keep(HttpSession session, Done done) {
        var kept = new ArrayList<Done>();
        kept.add(done);
        all(session).limit(REMEMBERED - 1L).forEach(kept::add);
        session.setAttribute(DONE, List.copyOf(kept));
    }

    private static Stream<Done> all(HttpSession session) {
        return session.getAttribute(DONE) instanceof List<?> list
                ? list.stream().filter(Done.class::isInstance).map(Done.class::cast)
                : Stream.empty();
    }
}
