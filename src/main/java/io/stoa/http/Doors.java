package io.stoa.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** Tells the machines' door from the people's. */
final class Doors {

    private Doors() {}

    static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI());
    }

    /** Where somebody goes on who got lost at this path: the first page of the door at which they are. */
    static String homeOf(String path) {
        return Stream.of("/office", "/till").filter(path::startsWith).findFirst().orElse("/shop");
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }
}
