package io.stoa.access;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two places where people sign in. One browser may be signed in at both at once. */
public enum Entrance {
    STAFF("/sign-in", "/sign-out", "/office"),
    SHOP("/shop/sign-in", "/shop/sign-out", "/shop");

    /** The parameter that says where somebody was who signs in or opens an account. */
    public static final String BACK = "back";

    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_.~=-]+)+");

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

    /** The page where somebody was, if it is a page at this entrance of ours, else nothing: a link may lead nowhere else. */
    public String back(@Nullable String wanted) {
        if (wanted == null || !PLAIN_PATH.matcher(wanted).matches() || wanted.contains("..")) {
            return "";
        }
        var ours = this == SHOP
                ? wanted.startsWith(home + "/") && !wanted.startsWith(signInPath)
                : Stream.of("/office", "/till", "/desk").anyMatch(wanted::startsWith);
        return ours ? wanted : "";
    }

    /** Where somebody tries again whose name or password was wrong. */
    String refused(@Nullable String wanted) {
        var back = back(wanted);
        return signInPath + "?failed" + (back.isEmpty() ? "" : "&" + BACK + "=" + back);
    }

    /** Under which name the session keeps who signed in here. */
    String sessionKey() {
        return "stoa.signed-in." + name();
    }
}
