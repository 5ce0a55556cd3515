package io.stoa.push;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this house posts to: the push services of browsers, and what {@code STOA_PUSH_HOSTS} adds. An address comes from a
 * visitor, and a visitor could name a machine that only this one reaches.
 */
@Component
class PushServices {

    private static final List<String> KNOWN = List.of(
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            ".push.services.mozilla.com",
            ".notify.windows.com",
            "web.push.apple.com",
            ".push.apple.com");

    private final List<String> added;

    PushServices(@Value("${stoa.push.hosts:}") List<String> added) {
        this.added = added.stream().map(String::strip).filter(host -> !host.isEmpty()).toList();
    }

    /** @throws IllegalArgumentException when it is none */
    void check(String endpoint) {
        var address = URI.create(endpoint);
        var host = String.valueOf(address.getHost());
        boolean safe = "https".equals(address.getScheme()) && (address.getPort() == -1 || address.getPort() == 443);
        boolean known = safe && KNOWN.stream().anyMatch(one -> one.startsWith(".") ? host.endsWith(one) : host.equals(one));
        if (!known && Stream.of(host).noneMatch(added::contains)) {
            throw new IllegalArgumentException("Not the address of a push service");
        }
    }
}
