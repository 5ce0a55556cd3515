package io.stoa.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser says it is, in two names that people know; empty where it says nothing that we understand. */
public record Device(String browser, String system) {

    /** The first that is found counts: most browsers claim to be others as well. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge", "OPR", "Opera", "SamsungBrowser", "Samsung Internet", "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS",
            "Chrome", "Chrome", "Chrome", "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Macintosh", "Mac", "CrOS", "ChromeOS",
            "Linux", "Linux");

    /** By the User-Agent header. */
    public static Device of(String userAgent) {
        return new Device(name(BROWSERS, userAgent), name(SYSTEMS, userAgent));
    }

    private static String name(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(one -> said.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var ordered = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
