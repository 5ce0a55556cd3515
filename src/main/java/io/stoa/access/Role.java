package io.stoa.access;

/** What somebody of the staff, or a machine, may do. */
public enum Role {
    /** Sells and hands over on a shop floor. */
    ASSOCIATE,
    /** Serves customers on telephone and chat. */
    AGENT,
    /** Keeps products and prices. */
    MERCHANDISER,
    /** Speaks to many customers at once. */
    MARKETER,
    /** Runs a shop or the whole. */
    MANAGER,
    /** Gives the others their roles. */
    ADMIN;

    /** As the security frame calls it. */
    String authority() {
        return "ROLE_" + name();
    }
}
