package io.traject.workers.mail;

import io.traject.workers.mail.MailOutbox.SentMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Notes in the database what was sent. While one transaction commits, the notes of the next gather, so that noting each
 * mail by itself does not make sending wait for the disk. While the database is away the notes wait for it: a mail that was
 * sent and not noted would be sent again.
 */
final class SentNotes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SentNotes.class);

    /** However slow the database is, no more mails than this are sent and not yet noted. */
    private static final int UNWRITTEN_AT_MOST = 50;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final MailOutbox outbox;
    private final Duration patience;
    private final Queue<Note> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(UNWRITTEN_AT_MOST);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("mail-notes").factory());

    /** @param patience how long a database that is away is waited for: the lease of a mail, after which others send it */
    SentNotes(MailOutbox outbox, Duration patience) {
        this.outbox = outbox;
        this.patience = patience;
    }

    /** The answer completes when the note is in the database for good. */
    CompletableFuture<Void> write(SentMail mail) {
        room.acquireUninterruptibly();
        var note = new Note(mail, new CompletableFuture<>());
        waiting.add(note);
        writer.execute(this::writeWaiting);
        return note.written();
    }

    private void writeWaiting() {
        List<Note> notes = new ArrayList<>();
        for (var note = waiting.poll(); note != null; note = waiting.poll()) {
            notes.add(note);
        }
        if (notes.isEmpty()) {
            return;
        }
        try {
            writeUntilDone(notes.stream().map(Note::mail).toList());
            notes.forEach(note -> note.written().complete(null));
        } catch (RuntimeException e) {
            notes.forEach(note -> note.written().completeExceptionally(e));
        } finally {
            room.release(notes.size());
        }
    }

    private void writeUntilDone(List<SentMail> mails) {
        long begin = System.nanoTime();
        while (true) {
            try {
                outbox.markSent(mails);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (System.nanoTime() - begin > patience.toNanos() || isClosedWithin(PAUSE)) {
                    throw e;
                }
                log.warn("{} sent mails can't be noted yet: {}", mails.size(), e.getMessage());
            }
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private record Note(SentMail mail, CompletableFuture<Void> written) {}
}
