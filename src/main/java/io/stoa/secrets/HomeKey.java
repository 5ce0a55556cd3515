package io.stoa.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one key of a house. It is made once and lies in the home of Stoa ({@code shop.key}), readable by its owner only, and
 * never in the database: whoever gets hold of a copy of the database can neither make a seal nor open what was sealed.
 */
@Component
public class HomeKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecretKey sealing;

    HomeKey(@Value("${stoa.home:}") String home) {
        var folder = home.isBlank() ? Path.of(System.getProperty("user.home"), ".stoa") : Path.of(home);
        this.key = new SecretKeySpec(key(folder.resolve("shop.key")), "HmacSHA256");
        this.sealing = new SecretKeySpec(sign("sealing"), "AES");
    }

    /** HMAC-SHA256 of a text, 32 bytes. */
    public final byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", impossible);
        }
    }

    /** Makes a text unreadable without the key (AES-GCM); never twice the same. */
    public String seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var hidden = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        var both = ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden);
        return Base64.getEncoder().encodeToString(both.array());
    }

    /** @throws IllegalStateException when it was sealed with another key, or changed since */
    public String open(String sealed) {
        var parts = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        var hidden = new byte[parts.remaining()];
        parts.get(hidden);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, hidden), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException("This was not sealed with the key of this house", other);
        }
    }

    /** Of two processes that start at once, one creates the file and both read it. */
    private static byte[] key(Path file) {
        var fresh = new byte[KEY_BYTES];
        RANDOM.nextBytes(fresh);
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
            throw new UncheckedIOException("The key of the house cannot be kept in " + file, failure);
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
