package io.traject.workers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.workers.mail.MailOutbox.SentMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** The mail server has accepted the mail, and the database is away when that is to be noted. */
class SentNotesTest {

    private final SentMail mail = new SentMail(UUID.randomUUID(), "<a@example.org>", "b@example.org");

    @Test
    void shouldNoteWhatWasSentOnceTheDatabaseIsBack() {
        var outbox = new OutboxWhoseDatabaseIsAway(2);
        try (var notes = new SentNotes(outbox, Duration.ofSeconds(30))) {
            notes.write(mail).join();
        }

        assertThat(outbox.noted).containsExactly(mail);
    }

    @Test
    void shouldGiveUpWhenOthersMayHaveTakenTheMailOver() {
        var outbox = new OutboxWhoseDatabaseIsAway(Integer.MAX_VALUE);
        try (var notes = new SentNotes(outbox, Duration.ZERO)) {
            assertThatThrownBy(() -> notes.write(mail).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    private static final class OutboxWhoseDatabaseIsAway extends MailOutbox {

        private final List<SentMail> noted = new ArrayList<>();
        private int failures;

        OutboxWhoseDatabaseIsAway(int failures) {
            super(null, null);
            this.failures = failures;
        }

        @Override
        void markSent(List<SentMail> mails) {
            if (failures-- > 0) {
                throw new DataAccessResourceFailureException("the database is away");
            }
            noted.addAll(mails);
        }
    }
}
