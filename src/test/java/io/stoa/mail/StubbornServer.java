package io.stoa.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks SMTP, but answers a recipient, or the end of a message, as it is told; an empty answer hangs up. */
final class StubbornServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipient;
    private final String toMessage;
    final List<String> messages = new CopyOnWriteArrayList<>();

    StubbornServer(String toRecipient, String toMessage) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.toRecipient = toRecipient;
        this.toMessage = toMessage;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (true) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 stubborn");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var answer = line.startsWith("RCPT") ? toRecipient : line.equals("DATA") ? "354 go on" : "250 fine";
            say(client, answer);
            if (line.equals("DATA")) {
                messages.add(message(in));
                if (toMessage.isEmpty()) {
                    return;
                }
                say(client, toMessage);
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
