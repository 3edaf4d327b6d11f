package io.traject.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses a port of the loopback address on which nobody listens, below those that systems give to outgoing connections: so
 * no client takes it before its server does.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int BEHIND_LAST = 20_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** A port that was free a moment ago. @throws UncheckedIOException when a hundred ports are all in use */
    public static int next() {
        try (ServerSocket socket = reserve()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A socket that holds the port until it is closed. @throws IOException when a hundred ports are all in use */
    static ServerSocket reserve() throws IOException {
        BindException busy = null;
        for (int i = 0; i < TRIES; i++) {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(),
                        ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST)));
                return socket;
            } catch (BindException e) {
                socket.close();
                busy = e;
            }
        }
        throw new IOException("No free port between %d and %d".formatted(FIRST, BEHIND_LAST - 1), busy);
    }
}
