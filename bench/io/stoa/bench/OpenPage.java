package io.stoa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of the web shop that somebody left open: follows articles by server-sent events, as a guest. */
final class OpenPage implements AutoCloseable {

    private static final Pattern ARTICLE = Pattern.compile("\"stock:([A-Za-z0-9-]+)\"");

    private final Socket socket;
    private final BufferedReader lines;

    private OpenPage(Socket socket, BufferedReader lines) {
        this.socket = socket;
        this.lines = lines;
    }

    /** Calls the follower with the SKU of every article of which the page hears, from a thread of its own. */
    static OpenPage follow(int port, Collection<String> skus, Consumer<String> follower) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var topics = skus.stream().map(sku -> "stock:" + sku).collect(Collectors.joining(","));
        var request = "GET /live?topics=" + topics + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var status = String.valueOf(lines.readLine());
        if (!status.contains(" 200")) {
            socket.close();
            throw new IOException("The page cannot follow: " + status);
        }
        var page = new OpenPage(socket, lines);
        var reader = Thread.ofPlatform().daemon().name("open-page").start(() -> page.read(follower));
        assert reader.isDaemon();
        return page;
    }

    private void read(Consumer<String> follower) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    var articles = ARTICLE.matcher(line);
                    while (articles.find()) {
                        follower.accept(articles.group(1));
                    }
                }
            }
        } catch (IOException closed) {
            follower.accept("");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
