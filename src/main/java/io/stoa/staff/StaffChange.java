package io.stoa.staff;

/** What became of a wish to open or change an account. */
public sealed interface StaffChange {

    /** It is so now, by this or already before. */
    record Done(Account account) implements StaffChange {}

    record NoSuchAccount() implements StaffChange {}

    /** Somebody else signs in by this name. */
    record LoginTaken() implements StaffChange {}

    /** Nobody would be left who gives the others their roles. */
    record LastAdministrator() implements StaffChange {}
}
