package io.stoa.shared;

import org.jspecify.annotations.Nullable;

/** Where a command came from: the channel, the place if there is one, and who acted. It ends up in the log. */
public record Touchpoint(Channel channel, @Nullable LocationId location, Actor actor) {

    /** What Stoa does by itself: sweeps, retries, follow-ups of events. */
    public static final Touchpoint SYSTEM = new Touchpoint(Channel.SYSTEM, null, Actor.SYSTEM);

    public static Touchpoint of(Channel channel, Actor actor) {
        return new Touchpoint(channel, null, actor);
    }
}
