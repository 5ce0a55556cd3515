package io.stoa.access;

/** The two places where people sign in. One browser may be signed in at both at once. */
public enum Entrance {
    STAFF("/sign-in", "/sign-out", "/office"),
    SHOP("/shop/sign-in", "/shop/sign-out", "/shop");

    private final String signInPath;
    private final String signOutPath;
    private final String home;

    Entrance(String signInPath, String signOutPath, String home) {
        this.signInPath = signInPath;
        this.signOutPath = signOutPath;
        this.home = home;
    }

    public String signInPath() {
        return signInPath;
    }

    public String signOutPath() {
        return signOutPath;
    }

    /** Where somebody lands who came for nothing else. */
    public String home() {
        return home;
    }

    /** Under which name the session keeps who signed in here. */
    String sessionKey() {
        return "stoa.signed-in." + name();
    }
}
