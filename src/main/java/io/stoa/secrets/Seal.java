package io.stoa.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Lets a guest, who has no account, keep a cart and see an order or a receipt: ids are counted up and could be guessed, so each
 * travels with 120 bits of an HMAC-SHA256 of it.
 */
@Component
public class Seal {

    private static final int SEAL_BYTES = 15;

    private final HomeKey key;

    Seal(HomeKey key) {
        this.key = key;
    }

    /** Characters that are safe in an address and a cookie. */
    public String of(String kind, long id) {
        return of(kind, String.valueOf(id));
    }

    /** The same for what has a name. */
    public String of(String kind, String name) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(key.sign(kind + ":" + name), SEAL_BYTES));
    }

    public boolean fits(String kind, long id, String seal) {
        return fits(kind, String.valueOf(id), seal);
    }

    public boolean fits(String kind, String name, String seal) {
        return MessageDigest.isEqual(
                of(kind, name).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }
}
