package io.stoa.http;

import io.stoa.shared.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/**
 * The version of what is answered. A strong one stands for the very bytes, a weak one for the meaning; a client that has
 * this version already gets 304 without a body, and the answer is not even made.
 */
public record Etag(String value) {

    private static final int DIGEST_CHARACTERS = 24;

    /** For a version that the data carries, such as a row's counter. */
    public static Etag weak(Object version) {
        return new Etag("W/\"" + version.toString().replace("\"", "") + "\"");
    }

    /** For a thing that is read, changed and sent back with {@code If-Match}: the counter of its row. */
    public static Etag version(long version) {
        return new Etag("\"" + version + "\"");
    }

    /** For a list or whatever else has no counter of its own: the meaning of its JSON. */
    public static Etag of(Object answer) {
        return new Etag("W/" + strong(Json.write(answer)).value());
    }

    /** For the exact bytes of a text, which is hashed. */
    public static Etag strong(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return new Etag("\"" + HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS) + "\"");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Answers 304 when {@code If-None-Match} holds this version, else the body with its version; private, to be revalidated. */
    public <T> @Nullable ResponseEntity<T> answer(WebRequest request, Supplier<T> body) {
        if (request.checkNotModified(value)) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag(value)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(body.get());
    }
}
