package io.stoa.live;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.SignIns;
import io.stoa.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One stream, on the virtual thread of its request, which sleeps in the mailbox while nothing happens. It ends after a
 * while, and at once when a sign-in of its reader ends, so that the browser comes back with its position and is asked again
 * who it is. Whoever signed out while it opened is looked up once more when it is open.
 */
@Controller
class LiveStream {

    static final int TOPICS_MAX = 200;

    private static final int TOPIC_LENGTH_MAX = 150;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LENGTH_MAX = Duration.ofMinutes(10);

    private final Live live;
    private final Subjects subjects;
    private final SignIns signIns;

    LiveStream(Live live, Subjects subjects, SignIns signIns) {
        this.live = live;
        this.subjects = subjects;
        this.signIns = signIns;
    }

    @GetMapping("/live")
    @AllowedTo(everyone = true)
    void follow(
            @RequestParam(defaultValue = "") String topics,
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = subjects.allowed(parsed(topics), caller, request);
        if (wanted.isEmpty()) {
            throw Problems.refuse(Problems.forbidden("None of these topics is open to you."));
        }
        var mailbox = live.open(wanted, caller.actor().toString(), last == null ? after : last).orElseThrow(LiveStream::full);
        try {
            if (!signIns.isStill(caller, request)) {
                mailbox.close();
            }
            write(mailbox, response);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            live.close(mailbox);
        }
    }

    private void write(Mailbox mailbox, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (var out = response.getOutputStream()) {
            send(out, "retry: 1000\nid: " + mailbox.start() + "\n\n");
            long end = System.nanoTime() + LENGTH_MAX.toNanos();
            while (!mailbox.isClosed() && System.nanoTime() < end) {
                send(out, mailbox.take(HEARTBEAT).map(Note::text).orElse(": quiet\n\n"));
            }
        } catch (IOException gone) {
            mailbox.close();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Set<String> parsed(String topics) {
        var all = Arrays.stream(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet());
        if (all.size() > TOPICS_MAX || all.stream().anyMatch(topic -> topic.length() > TOPIC_LENGTH_MAX)) {
            throw Problems.refuse(Problems.invalid(
                    "topics", "Follow at most %d topics of %d characters.".formatted(TOPICS_MAX, TOPIC_LENGTH_MAX)));
        }
        return all;
    }

    private static RuntimeException full() {
        return Problems.refuse(Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", "Too many pages follow now. Try again.", Map.of()));
    }
}
