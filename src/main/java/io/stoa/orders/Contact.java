package io.stoa.orders;

import org.jspecify.annotations.Nullable;

/** Whom to tell about an order. Each part at most 200 characters; personal data, never in an event. */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {

    private static final int LENGTH_MAX = 200;

    public static final Contact NONE = new Contact(null, null, null);

    public Contact {
        name = tidy(name);
        email = tidy(email);
        phone = tidy(phone);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("An e-mail address looks like name@example.com");
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("A contact's name, e-mail and phone have at most 200 characters each");
        }
        return text.strip();
    }
}
