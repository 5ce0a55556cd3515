package io.stoa.shop.seen;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses of this shop. As {@code stoa.public-url} says, such as {@code https://shop.example}; without it, as the
 * visitor's browser asked, which is right for trying out and never kept.
 */
@Component
public class Site {

    private final String address;

    Site(@Value("${stoa.public-url:}") String address) {
        this.address = address.isBlank() ? "" : checked(address.strip());
    }

    /** The whole address of a path of ours; one that is whole already stays. */
    public String whole(String path, HttpServletRequest request) {
        return path.startsWith("http:") || path.startsWith("https:") ? path : root(request) + path;
    }

    public String root(HttpServletRequest request) {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : address;
    }

    private static String checked(String address) {
        var uri = URI.create(address);
        boolean fine = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        if (!fine || uri.getQuery() != null) {
            throw new IllegalArgumentException("stoa.public-url is a whole address such as https://shop.example");
        }
        return address.replaceAll("/+$", "");
    }
}
