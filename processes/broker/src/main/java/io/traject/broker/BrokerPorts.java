package io.traject.broker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a broker, all on loopback; 0 means: choose a free one.
 *
 * @param grpc what clients send commands to
 * @param rest the REST gateway, for user tasks
 * @param management health, metrics and the clock
 * @param command between gateway and broker
 * @param internal between brokers; also bound as UDP, on every address of the machine
 */
public record BrokerPorts(int grpc, int rest, int management, int command, int internal) {

    /** All five chosen free. */
    public static BrokerPorts free() {
        return new BrokerPorts(0, 0, 0, 0, 0);
    }

    /**
     * These ports with every 0 replaced. The ports are free when this answers; another program may still take one
     * before the broker does, and the broker then ends with the reason in its log.
     *
     * @throws BrokerStartException when a given port is in use
     */
    BrokerPorts resolve() {
        var reserved = new ArrayList<ServerSocket>();
        try {
            int theGrpc = reserve("gRPC", grpc, reserved);
            int theRest = reserve("REST", rest, reserved);
            int theManagement = reserve("management", management, reserved);
            int theCommand = reserve("command", command, reserved);
            int theInternal = reserve("internal", internal, reserved);
            requireFreeUdp(theInternal);
            return new BrokerPorts(theGrpc, theRest, theManagement, theCommand, theInternal);
        } finally {
            release(reserved);
        }
    }

    private static int reserve(String name, int port, List<ServerSocket> reserved) {
        try {
            ServerSocket socket = port == 0 ? FreePort.reserve() : new ServerSocket();
            reserved.add(socket);
            if (port != 0) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
            return socket.getLocalPort();
        } catch (IOException e) {
            throw busy(name, port, e);
        }
    }

    private static void requireFreeUdp(int port) {
        try (var socket = new DatagramSocket(port)) {
            socket.setReuseAddress(false);
        } catch (SocketException e) {
            throw busy("internal", port, e);
        }
    }

    private static BrokerStartException busy(String name, int port, IOException cause) {
        return new BrokerStartException(
                "Port %d, meant as the %s port of the Camunda broker, is in use by another program. Stop that program, or set another port (0 chooses a free one)."
                        .formatted(port, name),
                cause);
    }

    private static void release(List<ServerSocket> reserved) {
        for (ServerSocket socket : reserved) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new BrokerStartException("Port " + socket.getLocalPort() + " could not be released.", e);
            }
        }
    }
}
