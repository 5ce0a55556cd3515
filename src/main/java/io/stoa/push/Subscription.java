package io.stoa.push;

import java.util.Base64;

/** What a browser gives to be written to: the address of its push service, its key and its secret, both in base64url. */
public record Subscription(String endpoint, String p256dh, String auth) {

    private static final int ENDPOINT_MAX = 1_000;
    private static final int KEY_BYTES = 65;
    private static final int AUTH_BYTES = 16;

    /** @throws IllegalArgumentException when no browser makes such a thing */
    public Subscription {
        if (endpoint.length() > ENDPOINT_MAX) {
            throw new IllegalArgumentException("An endpoint is shorter");
        }
        var point = Base64.getUrlDecoder().decode(p256dh);
        if (point.length != KEY_BYTES || point[0] != 4 || Base64.getUrlDecoder().decode(auth).length != AUTH_BYTES) {
            throw new IllegalArgumentException("A key is a point of P-256, a secret has 16 bytes");
        }
    }
}
