package io.stoa.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The addresses of files that pages load. Each carries a hash of the file's content, so that browsers may keep it for a
 * year and still see a change at once.
 */
@Component
public class Assets {

    static final String PREFIX = "/static/";

    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider mvcResourceUrlProvider) {
        this.urls = mvcResourceUrlProvider;
    }

    /** The address of a file under {@code static/}, or of a WebJar such as {@code htmx.org/2.0.8/dist/htmx.min.js}. */
    public String url(String file) {
        return known.computeIfAbsent(file, this::hashed);
    }

    private String hashed(String file) {
        var url = urls.getForLookupPath(PREFIX + file);
        if (url == null) {
            throw new IllegalArgumentException("There is no static file " + file);
        }
        return url;
    }
}
