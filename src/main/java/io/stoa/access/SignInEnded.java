package io.stoa.access;

import io.stoa.events.Event;
import io.stoa.shared.Actor;

/** Payload of {@code access.sign_in_ended}: so many places where somebody was signed in were signed out. */
public record SignInEnded(int places) {

    public static final String TYPE = "access.sign_in_ended";

    private static final String KEY = "sign-ins:";

    /** The key of events about this actor. */
    static String key(Actor actor) {
        return KEY + actor;
    }

    /** Whom an event of this type is about, as {@link Actor#toString} writes it. */
    public static String actor(Event event) {
        return event.key().substring(KEY.length());
    }
}
