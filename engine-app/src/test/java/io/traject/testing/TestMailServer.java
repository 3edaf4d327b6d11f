package io.traject.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that outlives everyone who is killed; it remembers the Message-ID of each mail that it accepted. */
public final class TestMailServer implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)^message-id:\\s*(<[^>]+>)", Pattern.MULTILINE);

    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(context -> new Handler())
            .build();

    public TestMailServer() {
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** A mail that came twice is in it twice. */
    public List<String> messageIds() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) {}

        @Override
        public String data(InputStream content) throws IOException {
            Matcher id = MESSAGE_ID.matcher(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
            if (!id.find()) {
                throw new IOException("a mail without a Message-ID");
            }
            accepted.add(id.group(1));
            return "accepted";
        }

        @Override
        public void done() {}
    }
}
