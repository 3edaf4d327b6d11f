package io.traject.communication.bounces;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** The mailbox, over IMAP and TLS. What is read in it stays unread for people. */
final class BounceMailbox {

    private static final String TIMEOUT = "20000";
    private static final int TLS_PORT = 993;
    private static final int AT_ONCE = 200;

    /** A notice brings back a mail of ours at most, and those are small. */
    private static final int LARGEST = 1024 * 1024;

    private final BounceProperties properties;
    private final @Nullable SSLSocketFactory sockets;
    private final boolean checksName;

    /** Trusts what the Java platform trusts. */
    BounceMailbox(BounceProperties properties) {
        this(properties, null, true);
    }

    /** @param checksName whether the server's certificate must name the server */
    BounceMailbox(BounceProperties properties, @Nullable SSLSocketFactory sockets, boolean checksName) {
        this.properties = properties;
        this.sockets = sockets;
        this.checksName = checksName;
    }

    /** Looks at the messages of the mailbox, in their order. */
    interface Reader {

        /** How far the mailbox was read while its messages had these numbers; 0 for not at all. */
        long lastRead(long uidValidity);

        /**
         * @param raw null when it is larger than any notice of ours
         * @return whether it was understood; it is moved away then
         */
        boolean read(byte @Nullable [] raw);

        void readUntil(long uidValidity, long uid, boolean understood);
    }

    void read(Reader reader) throws MessagingException, IOException {
        try (Store store = session().getStore(protocol())) {
            store.connect(properties.host(), properties.port(), properties.username(), properties.password());
            var inbox = (IMAPFolder) store.getFolder(properties.folder());
            inbox.open(Folder.READ_WRITE);
            try {
                read(inbox, processed(store), ((IMAPStore) store).hasCapability("MOVE"), reader);
            } finally {
                inbox.close(false);
            }
        }
    }

    private void read(IMAPFolder inbox, Folder processed, boolean moves, Reader reader)
            throws MessagingException, IOException {
        long validity = inbox.getUIDValidity();
        long last = reader.lastRead(validity);
        Message[] news = inbox.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        for (int i = 0; i < Math.min(news.length, AT_ONCE); i++) {
            long uid = inbox.getUID(news[i]);
            // "From the next to the last" names the last one also when there is no next.
            if (uid > last) {
                boolean understood = reader.read(raw((IMAPMessage) news[i]));
                if (understood) {
                    move(inbox, news[i], processed, moves);
                }
                reader.readUntil(validity, uid, understood);
            }
        }
    }

    private static byte @Nullable [] raw(IMAPMessage message) throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            return null;
        }
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            byte[] raw = in.readNBytes(LARGEST + 1);
            return raw.length > LARGEST ? null : raw;
        }
    }

    private static void move(IMAPFolder inbox, Message message, Folder processed, boolean moves)
            throws MessagingException {
        if (moves) {
            inbox.moveMessages(new Message[] {message}, processed);
        } else {
            inbox.copyMessages(new Message[] {message}, processed);
            message.setFlag(Flags.Flag.DELETED, true);
            inbox.expunge(new Message[] {message});
        }
    }

    private Folder processed(Store store) throws MessagingException {
        Folder processed = store.getFolder(properties.processed());
        if (!processed.exists()) {
            processed.create(Folder.HOLDS_MESSAGES);
        }
        return processed;
    }

    private String protocol() {
        return properties.port() == TLS_PORT || sockets != null ? "imaps" : "imap";
    }

    private Session session() {
        String prefix = "mail." + protocol() + ".";
        var settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", TIMEOUT);
        settings.setProperty(prefix + "timeout", TIMEOUT);
        settings.setProperty(prefix + "writetimeout", TIMEOUT);
        settings.setProperty(prefix + "ssl.checkserveridentity", String.valueOf(checksName));
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "starttls.required", "true");
        if (sockets != null) {
            settings.put(prefix + "ssl.socketFactory", sockets);
        }
        return Session.getInstance(settings);
    }
}
