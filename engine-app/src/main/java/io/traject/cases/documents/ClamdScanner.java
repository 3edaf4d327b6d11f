package io.traject.cases.documents;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV's daemon, over TCP: command {@code INSTREAM}, then the file in pieces, each with its length before it, and an empty
 * one at the end (clamd(8)). A connection per file; clamd closes it after its answer.
 */
final class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    /** Signatures of a large archive may take it long. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;

    ClamdScanner(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public boolean answers() {
        try (Socket socket = connect(CONNECT_LIMIT)) {
            socket.getOutputStream().write(command("PING"));
            return answer(socket).equals("PONG");
        } catch (IOException away) {
            log.debug("The virus scanner does not answer", away);
            return false;
        }
    }

    @Override
    public Verdict scan(InputStream content) {
        try (Socket socket = connect(ANSWER_LIMIT)) {
            try {
                send(content, socket);
            } catch (IOException closedEarly) {
                // It may have answered before the end, that the file is too large for it.
                log.debug("The virus scanner stopped reading", closedEarly);
            }
            return verdict(answer(socket));
        } catch (IOException away) {
            log.warn("The virus scanner at {}:{} does not answer: {}", host, port, away.toString());
            return Verdict.UNKNOWN;
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            log.warn("The virus scanner refused a document: {}", answer);
            return Verdict.INFECTED;
        }
        log.warn("The virus scanner could not look at a document: {}", answer);
        return Verdict.UNKNOWN;
    }

    private Socket connect(Duration answerLimit) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(Math.toIntExact(answerLimit.toMillis()));
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT_LIMIT.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void send(InputStream content, Socket socket) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
        out.write(command("INSTREAM"));
        var piece = new byte[PIECE];
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    /** With a {@code z} before it and a null character behind it, so does the answer end. */
    private static byte[] command(String name) {
        return ("z" + name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static String answer(Socket socket) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        String answer = new String(bytes, StandardCharsets.US_ASCII);
        int end = answer.indexOf('\0');
        return (end < 0 ? answer : answer.substring(0, end)).strip();
    }
}
