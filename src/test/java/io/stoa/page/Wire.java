package io.stoa.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * A wire between a browser and a server that can be cut and mended: what a phone has in a cellar, and has again outside. Cut, it is
 * cut for those too who were just about to get through.
 */
public final class Wire implements AutoCloseable {

    private final int to;
    private final int port;
    private final Set<Socket> ends = new HashSet<>();
    private ServerSocket open;

    private Wire(int to, ServerSocket open) {
        this.to = to;
        this.open = open;
        this.port = open.getLocalPort();
        listen(open);
    }

    public static Wire to(int port) {
        return new Wire(port, socket(0));
    }

    public int port() {
        return port;
    }

    /** Nobody gets through, and whoever was through hears nothing more. */
    public synchronized void cut() {
        quietly(open);
        ends.forEach(Wire::quietly);
        ends.clear();
    }

    public synchronized void mend() {
        open = socket(port);
        listen(open);
    }

    @Override
    public void close() {
        cut();
    }

    private void listen(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var near = server.accept();
                    var far = new Socket(InetAddress.getLoopbackAddress(), to);
                    join(server, near, far);
                }
            } catch (IOException cut) {
                quietly(server);
            }
        });
    }

    private synchronized void join(ServerSocket server, Socket near, Socket far) throws IOException {
        if (server.isClosed()) {
            quietly(near);
            quietly(far);
            return;
        }
        ends.add(near);
        ends.add(far);
        pass(near.getInputStream(), far.getOutputStream(), far);
        pass(far.getInputStream(), near.getOutputStream(), near);
    }

    private static void pass(InputStream from, OutputStream to, Socket end) {
        Thread.ofVirtual().start(() -> {
            try {
                var _ = from.transferTo(to);
            } catch (IOException cut) {
                // Both ends hear of it.
            } finally {
                quietly(end);
            }
        });
    }

    private static ServerSocket socket(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void quietly(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception gone) {
            // It is closed either way.
        }
    }
}
