package io.stoa.live;

import io.stoa.shared.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told: look again at these topics. {@code position} is where the log stood, 0 when the log has nothing to
 * do with it; {@code at} is when the oldest of the changes happened.
 */
record Note(List<String> topics, long position, @Nullable Instant at) {

    private record Message(List<String> topics, @Nullable Instant at) {}

    Note {
        topics = List.copyOf(topics);
    }

    /** As a server-sent event. */
    String text() {
        var id = position == 0 ? "" : "id: " + position + "\n";
        return id + "data: " + Json.write(new Message(topics, at)) + "\n\n";
    }
}
