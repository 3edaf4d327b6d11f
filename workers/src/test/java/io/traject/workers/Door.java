package io.traject.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server; while it is closed, the server seems to be away. */
public final class Door {

    private final URI server;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    Door(URI server) {
        this.server = server;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public synchronized void open() {
        if (listener.isClosed()) {
            listener = listen(port);
            accept(listener);
        }
    }

    public synchronized void close() {
        close(listener);
        connections.forEach(Door::close);
        connections.clear();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var client = listening.accept();
                    var behind = new Socket(server.getHost(), server.getPort());
                    connections.add(client);
                    connections.add(behind);
                    pass(client, behind);
                    pass(behind, client);
                } catch (IOException e) {
                    if (!listening.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side has hung up, and so does the other.
            }
        });
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
