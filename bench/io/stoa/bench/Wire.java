package io.stoa.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one shop, kept open as long as the shop lets it: the leanest client that speaks HTTP/1.1, so that it
 * takes little from what it measures. For one thread.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final String head;
    private @Nullable Socket socket;
    private byte[] buffer = new byte[8192];
    private int from;
    private int to;

    /** A status and a body; the body of a refusal is a problem in JSON. */
    public record Answer(int status, String body) {

        /** The number of a field, such as {@code "id":17}, the first one of that name; 0 when there is none. */
        public long number(String name) {
            int start = body.indexOf("\"" + name + "\":");
            if (start < 0) {
                return 0;
            }
            int at = start + name.length() + 3;
            long number = 0;
            while (at < body.length() && Character.isDigit(body.charAt(at))) {
                number = number * 10 + body.charAt(at++) - '0';
            }
            return number;
        }
    }

    public Wire(int port, String token) {
        this.port = port;
        this.head = "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param headers lines that end in CR LF, or nothing
     * @throws IOException when it is not known whether the request was carried out
     */
    public Answer send(String method, String path, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = method + " " + path + " HTTP/1.1\r\n" + head + headers
                + (bytes.length == 0 ? "" : "Content-Type: application/json\r\n") + "Content-Length: " + bytes.length
                + "\r\n\r\n" + body;
        try {
            var open = connected();
            var out = open.getOutputStream();
            write(out, request);
            return read(open.getInputStream());
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    /** Orders under a key. */
    public Answer order(String key, String body) throws IOException {
        return send("POST", "/api/v1/orders", "Idempotency-Key: " + key + "\r\n", body);
    }

    private static void write(OutputStream out, String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Socket connected() throws IOException {
        if (socket == null) {
            var fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            from = 0;
            to = 0;
            socket = fresh;
            return fresh;
        }
        return socket;
    }

    private Answer read(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        var body = chunked ? chunks(in) : bytes(in, length);
        if (last) {
            close();
        }
        return new Answer(status, body);
    }

    private String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        for (int size = size(in); size > 0; size = size(in)) {
            body.append(bytes(in, size));
            skipEnd(in);
        }
        skipEnd(in);
        return body.toString();
    }

    private int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private void skipEnd(InputStream in) throws IOException {
        if (!line(in).isEmpty()) {
            throw new IOException("A chunk does not end where it should");
        }
    }

    private String bytes(InputStream in, int length) throws IOException {
        var body = new byte[length];
        for (int at = 0; at < length; at++) {
            body[at] = (byte) next(in);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (int one = next(in); one != '\n'; one = next(in)) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int next(InputStream in) throws IOException {
        if (from == to) {
            from = 0;
            to = in.read(buffer);
            if (to <= 0) {
                to = 0;
                throw new EOFException("The shop hung up");
            }
        }
        return buffer[from++] & 0xff;
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                buffer = new byte[8192];
            }
        }
    }
}
