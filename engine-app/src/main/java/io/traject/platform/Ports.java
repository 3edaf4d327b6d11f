package io.traject.platform;

import io.traject.broker.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

    private Ports() {}

    /**
     * The port itself when it is free, or a free one for 0.
     *
     * @param setting the environment variable that changes it
     * @throws PlatformFailure when another program listens on it
     */
    static int choose(int port, String setting) {
        if (port == 0) {
            return FreePort.next();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PlatformFailure(
                    "Port %d is in use by another program. Stop it, or set %s to another port (0 chooses a free one)."
                            .formatted(port, setting),
                    e);
        }
    }
}
