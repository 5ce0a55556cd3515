package io.stoa.staff;

/** A link to choose a password was made for an account, or its password was set. */
public record PasswordChanged(Login login) {

    public static final String LINK = "staff.password_link_made";
    public static final String SET = "staff.password_set";
}
