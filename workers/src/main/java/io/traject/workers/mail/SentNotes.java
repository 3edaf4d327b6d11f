package io.traject.workers.mail;

import io.traject.workers.mail.MailOutbox.SentMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Notes in the database what was sent. While one transaction commits, the notes of the next gather, so that noting each
 * mail by itself does not make sending wait for the disk.
 */
final class SentNotes {

    /** However slow the database is, no more mails than this are sent and not yet noted. */
    private static final int UNWRITTEN_AT_MOST = 50;

    private final MailOutbox outbox;
    private final Queue<Note> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(UNWRITTEN_AT_MOST);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("mail-notes").factory());

    SentNotes(MailOutbox outbox) {
        this.outbox = outbox;
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
            outbox.markSent(notes.stream().map(Note::mail).toList());
            notes.forEach(note -> note.written().complete(null));
        } catch (RuntimeException e) {
            notes.forEach(note -> note.written().completeExceptionally(e));
        } finally {
            room.release(notes.size());
        }
    }

    private record Note(SentMail mail, CompletableFuture<Void> written) {}
}
