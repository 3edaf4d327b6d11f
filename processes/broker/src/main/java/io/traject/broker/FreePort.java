package io.traject.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses a port of the loopback address on which nobody listens, below those that systems give to outgoing connections: so
 * no client takes it before its server does. Nor does another process that chooses in this way, since a port that was chosen
 * stays claimed, by a locked file in the folder for temporary files, for as long as the process lives that chose it.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int BEHIND_LAST = 20_000;
    private static final int TRIES = 100;

    /**
     * Of this process, by port. A file that is no longer referred to would be closed, and closing any channel to a file ends
     * all locks that the process holds on it.
     */
    private static final Map<Integer, FileChannel> CLAIMS = new ConcurrentHashMap<>();

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
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (!claim(port)) {
                continue;
            }
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return socket;
            } catch (BindException e) {
                socket.close();
                busy = e;
            }
        }
        throw new IOException("No free port between %d and %d".formatted(FIRST, BEHIND_LAST - 1), busy);
    }

    /** Whether nobody else has claimed it, this process included. */
    static synchronized boolean claim(int port) throws IOException {
        if (CLAIMS.containsKey(port)) {
            return false;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "traject-ports-" + System.getProperty("user.name"));
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            return false;
        }
        CLAIMS.put(port, file);
        return true;
    }
}
