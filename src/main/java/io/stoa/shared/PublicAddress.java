package io.stoa.shared;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the house is for those outside: {@code STOA_PUBLIC_URL}, such as {@code https://shop.example.com}. Links in messages
 * lead there; never to what a request says of itself, which anybody can write.
 */
@Component
public class PublicAddress {

    private final Environment environment;

    public PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** The whole address of one of our paths. */
    public String of(String path) {
        return home() + path;
    }

    /** Where that is, if it was set. */
    public Optional<URI> known() {
        return isKnown() ? Optional.of(URI.create(home())) : Optional.empty();
    }

    /** Its name alone. */
    public String host() {
        var host = URI.create(home()).getHost();
        return host == null ? "localhost" : host;
    }

    /** Whether the setting is there; without it links lead to this machine. */
    public boolean isKnown() {
        return !setting().isBlank();
    }

    private String home() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return isKnown() ? setting().strip().replaceAll("/+$", "") : "http://localhost:" + port;
    }

    private String setting() {
        return environment.getProperty("stoa.public-url", "");
    }
}
