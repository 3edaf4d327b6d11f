package io.traject.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks clamd's protocol over TCP: {@code zPING} and {@code zINSTREAM}. It knows one virus, and what it chokes on. */
public final class TestClamd implements AutoCloseable {

    /** What it takes for a virus. */
    public static final String VIRUS = "TRAJECT-TEST-VIRUS";

    /** On which it hangs up without an answer. */
    public static final String INDIGESTIBLE = "TRAJECT-TEST-INDIGESTIBLE";

    private final ServerSocket server;
    private final int limit;
    private volatile byte[] received = {};

    private TestClamd(ServerSocket server, int limit) {
        this.server = server;
        this.limit = limit;
    }

    public static TestClamd start() throws IOException {
        return startWithLimit(Integer.MAX_VALUE);
    }

    /** @param limit of bytes, above which it refuses to look (clamd's {@code StreamMaxLength}) */
    public static TestClamd startWithLimit(int limit) throws IOException {
        var clamd = new TestClamd(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), limit);
        Thread.ofVirtual().start(clamd::serve);
        return clamd;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The last file. */
    public byte[] received() {
        return received;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                // by close()
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            answer(caller);
        } catch (IOException hungUp) {
            // a caller who had heard enough
        }
    }

    private void answer(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        String answer = switch (command(in)) {
            case "zPING" -> "PONG";
            case "zINSTREAM" -> look(in);
            default -> "UNKNOWN COMMAND";
        };
        if (!answer.isEmpty()) {
            caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String look(DataInputStream in) throws IOException {
        var file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
            if (file.size() > limit) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        received = file.toByteArray();
        String text = file.toString(StandardCharsets.ISO_8859_1);
        if (text.contains(INDIGESTIBLE)) {
            return "";
        }
        return text.contains(VIRUS) ? "stream: Traject.Test.Virus FOUND" : "stream: OK";
    }

    private static String command(DataInputStream in) throws IOException {
        var command = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            command.append((char) next);
        }
        return command.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
