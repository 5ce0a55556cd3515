package io.stoa.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stoa.shared.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A push service and the browser behind it: takes messages, checks who signed them, and reads them as RFC 8291 says. */
public final class PushService implements AutoCloseable {

    private static final int SALT = 16;
    private static final int POINT = 65;

    private final HttpServer server;
    private final KeyPair browser;
    private final byte[] secret = new byte[SALT];
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int answer = 201;

    /** As it came. */
    private record Got(Headers headers, ByteBuffer body) {
        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    private PushService(HttpServer server, KeyPair browser) {
        this.server = server;
        this.browser = browser;
    }

    public static PushService open() throws IOException, GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var service = new PushService(server, keys.generateKeyPair());
        new SecureRandom().nextBytes(service.secret);
        server.createContext("/", service::take);
        server.start();
        return service;
    }

    public Subscription subscription(String name) {
        return new Subscription(
                origin() + "/" + name, base64(point((ECPublicKey) browser.getPublic())), base64(secret));
    }

    void answers(int status) {
        answer = status;
    }

    public int taken() {
        return got.size();
    }

    /** What the browser shows of the last one; fails when it was not signed by this house for this service. */
    public JsonNode shown(String publicKey) throws GeneralSecurityException {
        var last = got.getLast();
        assertThat(last.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(Integer.parseInt(last.header("Ttl"))).isBetween(1, 86_400);
        assertSigned(last.header("Authorization"), publicKey);
        return Json.MAPPER.readTree(opened(last.body()));
    }

    /** RFC 8292. */
    private void assertSigned(String authorization, String publicKey) throws GeneralSecurityException {
        assertThat(authorization).matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, ?k=" + publicKey);
        var token = authorization.replaceFirst("^.*\\bt=([^,\\s]+).*$", "$1").split("\\.");
        var claims = Json.MAPPER.readTree(bytes(token[1]));
        assertThat(claims.path("aud").asString()).isEqualTo(origin());
        assertThat(claims.path("exp").asLong()).isBetween(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + 86_400);
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key(bytes(publicKey)));
        check.update((token[0] + "." + token[1]).getBytes(UTF_8));
        assertThat(check.verify(bytes(token[2]))).isTrue();
    }

    /** RFC 8188 and 8291. */
    private byte[] opened(ByteBuffer body) throws GeneralSecurityException {
        var input = body.duplicate();
        var salt = next(input, SALT);
        assertThat(input.getInt()).isGreaterThan(17);
        assertThat(input.get()).isEqualTo((byte) POINT);
        var theirs = next(input, POINT);
        var sealed = next(input, input.remaining());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        var _ = agreement.doPhase(key(theirs), true);
        var info = joined("WebPush: info\0".getBytes(UTF_8), point((ECPublicKey) browser.getPublic()), theirs, new byte[] {1});
        var pseudo = hmac(salt, hmac(hmac(secret, agreement.generateSecret()), info));
        var key = Arrays.copyOf(hmac(pseudo, "Content-Encoding: aes128gcm\0\1".getBytes(UTF_8)), 16);
        var nonce = Arrays.copyOf(hmac(pseudo, "Content-Encoding: nonce\0\1".getBytes(UTF_8)), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(sealed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        assertThat(padded[end]).as("the end of the last record").isEqualTo((byte) 2);
        return Arrays.copyOf(padded, end);
    }

    private ECPublicKey key(byte[] point) throws GeneralSecurityException {
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 33, POINT));
        var curve = ((ECPublicKey) browser.getPublic()).getParams();
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static byte[] point(ECPublicKey key) {
        return joined(new byte[] {4}, side(key.getW().getAffineX()), side(key.getW().getAffineY()));
    }

    private static byte[] side(BigInteger number) {
        var bytes = number.toByteArray();
        var side = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, side, 32 - length, length);
        return side;
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] next(ByteBuffer input, int length) {
        var bytes = new byte[length];
        input.get(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            got.add(new Got(exchange.getRequestHeaders(), ByteBuffer.wrap(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
