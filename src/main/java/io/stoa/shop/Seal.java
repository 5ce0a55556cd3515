package io.stoa.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets a guest, who has no account, keep a cart and see an order: ids are counted up and could be guessed, so each travels
 * with 120 bits of an HMAC-SHA256 of it. The key is made once and lies in the home of Stoa, readable by its owner only.
 */
@Component
public class Seal {

    private static final int KEY_BYTES = 32;
    private static final int SEAL_BYTES = 15;

    private final SecretKeySpec key;

    Seal(@Value("${stoa.home:}") String home) {
        var folder = home.isBlank() ? Path.of(System.getProperty("user.home"), ".stoa") : Path.of(home);
        this.key = new SecretKeySpec(key(folder.resolve("shop.key")), "HmacSHA256");
    }

    /** Characters that are safe in an address and a cookie. */
    public String of(String kind, long id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var full = mac.doFinal((kind + ":" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(full, SEAL_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }

    public boolean fits(String kind, long id, String seal) {
        return MessageDigest.isEqual(
                of(kind, id).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Of two processes that start at once, one creates the file and both read it. */
    private static byte[] key(Path file) {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(
                    file.getParent(),
                    "shop",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, fresh, StandardOpenOption.TRUNCATE_EXISTING);
            link(draft, file);
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the shop cannot be kept in " + file, failure);
        }
    }

    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException kept) {
            // The key of an earlier start stays.
        } finally {
            Files.delete(draft);
        }
    }
}
