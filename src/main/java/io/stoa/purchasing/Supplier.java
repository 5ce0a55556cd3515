package io.stoa.purchasing;

import org.jspecify.annotations.Nullable;

/** Somebody who sells to the house, and how many days their goods usually take. */
public record Supplier(SupplierId id, String name, @Nullable String email, int leadDays) {

    public static final int NAME_MAX = 100;
    public static final int LEAD_DAYS_MAX = 730;

    private static final int EMAIL_MAX = 254;

    public Supplier {
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A supplier's name has 1 to 100 characters");
        }
        if (email != null && !isEmail(email)) {
            throw new IllegalArgumentException("That is no e-mail address");
        }
        if (leadDays < 0 || leadDays > LEAD_DAYS_MAX) {
            throw new IllegalArgumentException("A supplier delivers in 0 to 730 days");
        }
    }

    /** Whether mail could be sent there. */
    public static boolean isEmail(String typed) {
        return typed.length() <= EMAIL_MAX && typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }
}
