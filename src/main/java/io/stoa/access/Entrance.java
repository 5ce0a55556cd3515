package io.stoa.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two places where people sign in. One browser may be signed in at both at once. */
public enum Entrance {
    STAFF("/sign-in", "/sign-out", "/office"),
    SHOP("/shop/sign-in", "/shop/sign-out", "/shop");

    /** The parameter that says where somebody was who signs in or opens an account. */
    public static final String BACK = "back";

    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_.~=-]+)+([?][A-Za-z0-9_.~=&-]*)?");

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
        return signInPath + "?failed" + (back.isEmpty() ? "" : "&" + BACK + "=" + encoded(back));
    }

    /** Where somebody signs in who was on the way to a page of ours. */
    String first(@Nullable String wanted) {
        return with(signInPath, wanted);
    }

    /** A path that leads on to where somebody was, if that is a page of ours. */
    public String with(String path, @Nullable String wanted) {
        var back = back(wanted);
        return back.isEmpty() || back.equals(home) ? path : path + "?" + BACK + "=" + encoded(back);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** The browser's token is kept in it. */
    String cookie() {
        return this == SHOP ? "stoa-customer" : "stoa-staff";
    }

    /** How long somebody stays signed in who does not come back. */
    Duration lasts() {
        return this == SHOP ? Duration.ofDays(30) : Duration.ofHours(12);
    }
}
