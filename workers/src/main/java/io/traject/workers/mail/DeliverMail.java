package io.traject.workers.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.traject.workers.mail.MailOutbox.SentMail;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails of the outbox to the mail server and notes the outcome of each.
 *
 * <p>One window can't be closed: the server accepted a mail and we died before noting it. It is as wide as what is sent
 * while one transaction commits ({@link SentNotes}: a few mails, at most 50), and the repeat carries the same Message-ID.
 */
final class DeliverMail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliverMail.class);
    private static final int CLAIMED_AT_ONCE = 25;

    /**
     * In time-outs of an answer: a mail takes four answers, and none is begun later than after 1.6, so that the slowest
     * server has answered before the lease ends.
     */
    private static final int LEASE = 6;

    private static final double BEGINNING = 1.6;

    /** How soon sending stops when its group is held back. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration DEFERRAL = Duration.ofMinutes(1);
    private static final int MAX_ATTEMPTS = 20;

    private final MailOutbox outbox;
    private final MailConnections connections;
    private final SentNotes notes;
    private final Duration lease;
    private final long beginningNanos;
    private volatile boolean windingUp;
    private final Counter sent;
    private final Counter failed;
    // A few threads that wait for short answers: a virtual one would be parked and woken for each of them.
    private final Executor lines = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("mail-", 0).factory());

    DeliverMail(MailOutbox outbox, MailConnections connections, MeterRegistry metrics) {
        this.outbox = outbox;
        this.connections = connections;
        this.lease = connections.answerTimeout().multipliedBy(LEASE);
        this.notes = new SentNotes(outbox, lease);
        this.beginningNanos = (long) (connections.answerTimeout().toNanos() * BEGINNING);
        this.sent = counter("sent", metrics);
        this.failed = counter("failed", metrics);
    }

    private static Counter counter(String outcome, MeterRegistry metrics) {
        return Counter.builder("traject.mails")
                .tag("outcome", outcome)
                .description("mails that a mail server accepted, or refused for good")
                .register(metrics);
    }

    /** From now on no mail is begun; what was claimed is given back. */
    void windUp() {
        windingUp = true;
    }

    /**
     * Delivers what is open, over as many connections as there are.
     *
     * @throws MessagingException if the server, or the way to it, is in trouble; what was not tried is open as before
     */
    void deliver(MailSelection selection) throws MessagingException {
        for (Optional<UUID> sender : outbox.senders(selection)) {
            deliver(selection, sender.orElse(null));
        }
    }

    private void deliver(MailSelection selection, @Nullable UUID sender) throws MessagingException {
        int width = selection instanceof MailSelection.One ? 1 : connections.limit();
        var work = IntStream.range(0, width)
                .mapToObj(line -> CompletableFuture.runAsync(() -> deliverLine(selection, sender), lines))
                .toList();
        try {
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble.failure;
            }
            throw e;
        }
    }

    private void deliverLine(MailSelection selection, @Nullable UUID sender) {
        var written = new ArrayList<CompletableFuture<Void>>();
        try {
            int taken;
            do {
                taken = connections.use(sender, connection -> deliverSome(selection, sender, connection, written));
            } while (taken > 0 && !windingUp);
        } catch (MessagingException e) {
            throw new Trouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).join();
        }
    }

    private int deliverSome(
            MailSelection selection,
            @Nullable UUID sender,
            MailConnection connection,
            List<CompletableFuture<Void>> written)
            throws MessagingException {
        long begin = System.nanoTime();
        var mails = outbox.claim(selection, sender, CLAIMED_AT_ONCE, lease);
        long looked = begin;
        int done = 0;
        try {
            while (done < mails.size() && !windingUp && System.nanoTime() - begin < beginningNanos) {
                if (System.nanoTime() - looked > LOOK.toNanos()) {
                    if (outbox.isHeldBack(selection)) {
                        break;
                    }
                    looked = System.nanoTime();
                }
                written.add(deliverOne(mails.get(done), connection));
                done++;
            }
        } finally {
            if (done < mails.size()) {
                outbox.release(mails.subList(done, mails.size()));
            }
        }
        return mails.size();
    }

    private CompletableFuture<Void> deliverOne(OutgoingMail mail, MailConnection connection) throws MessagingException {
        try {
            var gone = connection.send(mail);
            sent.increment();
            return notes.write(new SentMail(mail.id(), gone.messageId(), gone.from()));
        } catch (MessagingException e) {
            refused(mail, Refused.by(e).orElseThrow(() -> e));
            return CompletableFuture.completedFuture(null);
        }
    }

    private void refused(OutgoingMail mail, Refused refused) {
        log.info("The mail server refused mail {} {}", mail.id(), refused.forGood() ? "for good" : "for now");
        if (refused.forGood()) {
            outbox.markFailed(mail.id(), refused.reason());
            failed.increment();
        } else {
            outbox.defer(mail.id(), refused.reason(), DEFERRAL, MAX_ATTEMPTS);
        }
    }

    @Override
    public void close() {
        notes.close();
    }

    /** Carries the failure of a connection out of its thread. */
    private static final class Trouble extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final MessagingException failure;

        Trouble(MessagingException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
