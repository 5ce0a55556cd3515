package io.stoa.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where a command came from: the channel, the place if there is one, who acted, and at which device of that place, such as
 * {@code Till 1}, where that is known. It ends up in the log.
 */
public record Touchpoint(
        Channel channel,
        @Nullable LocationId location,
        Actor actor,
        @Nullable String device) {

    /** What Stoa does by itself: sweeps, retries, follow-ups of events. */
    public static final Touchpoint SYSTEM = new Touchpoint(Channel.SYSTEM, null, Actor.SYSTEM);

    public Touchpoint(Channel channel, @Nullable LocationId location, Actor actor) {
        this(channel, location, actor, null);
    }

    public static Touchpoint of(Channel channel, Actor actor) {
        return new Touchpoint(channel, null, actor);
    }
}
