package io.stoa.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells the machines' door from the people's. */
final class Doors {

    private Doors() {}

    static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI());
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }
}
