package io.stoa.access;

import io.stoa.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfException;

/** What a call of the API without a token hears when it is refused before any controller. */
final class ApiRefusals {

    private ApiRefusals() {}

    static void notSignedIn(HttpServletRequest request, HttpServletResponse response, RuntimeException refused)
            throws IOException {
        Problems.write(
                Problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "not-signed-in",
                        "Send a token in the header Authorization: Bearer …, or sign in.",
                        Map.of()),
                response);
    }

    static void denied(HttpServletRequest request, HttpServletResponse response, RuntimeException refused)
            throws IOException {
        if (request.getUserPrincipal() == null) {
            notSignedIn(request, response, refused);
        } else {
            Problems.write(Problems.forbidden(reason(refused)), response);
        }
    }

    private static String reason(RuntimeException refused) {
        return refused instanceof CsrfException
                ? "Send the page's CSRF token in the header X-XSRF-TOKEN, or use a bearer token."
                : "Your role does not allow this.";
    }
}
