package io.traject.workers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.traject.workers.TestMailServer;
import io.traject.workers.TestPlatform;
import io.traject.workers.WorkersTest;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobOutcome;
import io.traject.workers.engine.JobOutcome.Completed;
import io.traject.workers.engine.JobOutcome.Later;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorkersTest
class SendMailTest {

    @Autowired
    private SendMail sendMail;

    @Autowired
    private MailOutbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID group = UUID.randomUUID();
    private TestMailServer server;

    @BeforeEach
    void emptyTheServer() {
        server = TestPlatform.mailServer();
        server.clear();
    }

    @Test
    void shouldSendOneMail() throws Exception {
        var mail = aMail(null, 0, "anna@example.org");
        add(mail);

        assertThat(sendMail.handle(job(mail.id()))).isEqualTo(JobOutcome.completed());

        assertThat(server.received()).singleElement().satisfies(message -> {
            assertThat(message.getMessageID()).isEqualTo("<" + mail.id() + "@gemeente.example>");
            assertThat(message.getFrom()[0]).hasToString("Gemeente Voorbeeld <no-reply@gemeente.example>");
            assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
            assertThat(message.getSubject()).isEqualTo("Uw herkeuring – één vraag");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getHeader("Content-Language")).containsExactly("nl-NL");
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            var parts = (MimeMultipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Beste Anna, tot ziens in Café België");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
        });
        assertThat(outbox.status(mail.id())).hasValueSatisfying(status -> {
            assertThat(status.state()).isEqualTo(MailState.SENT);
            assertThat(status.sentAt()).isNotNull();
            assertThat(status.messageId()).contains(mail.id().toString());
        });
    }

    @Test
    void shouldSendOnlyItsRange() {
        addGroup(10);

        assertThat(sendMail.handle(job(3, 7))).isInstanceOf(Completed.class);

        assertThat(server.received()).hasSize(4);
        assertThat(outbox.statuses(group, 0, 10)).extracting(MailStatus::state).containsExactly(states("RRRSSSSRRR"));
        assertThat(outbox.counts(group)).isEqualTo(Map.of(MailState.READY, 6, MailState.SENT, 4));
    }

    @Test
    void shouldSendNothingTwiceWhenAJobIsDeliveredTwice() {
        addGroup(120);

        var outcomes = IntStream.range(0, 3)
                .mapToObj(delivery -> CompletableFuture.supplyAsync(() -> sendMail.handle(job(0, 120))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        sendMail.handle(job(0, 120));

        assertThat(outcomes).hasSize(3);
        assertThat(server.messageIds()).hasSize(120).doesNotHaveDuplicates();
        assertThat(outbox.counts(group)).isEqualTo(Map.of(MailState.SENT, 120));
    }

    @Test
    void shouldSendNothingOfAGroupThatIsHeldBack() {
        addGroup(10);
        transaction.executeWithoutResult(status -> outbox.holdBack(group));

        assertThat(sendMail.handle(job(0, 10))).isInstanceOf(Later.class);
        assertThat(outbox.claim(new MailSelection.Range(group, 0, 10), null, 10, Duration.ofSeconds(40)))
                .isEmpty();
        assertThat(server.received()).isEmpty();

        transaction.executeWithoutResult(status -> outbox.letGo(group));
        assertThat(sendMail.handle(job(0, 10))).isInstanceOf(Completed.class);
        assertThat(server.messageIds()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void shouldWaitForTheLeaseOfAnInstanceThatWasKilledBetweenClaimAndSend() {
        addGroup(3);
        outbox.claim(new MailSelection.Range(group, 0, 2), null, 2, Duration.ofSeconds(40));

        assertThat(sendMail.handle(job(0, 3)))
                .isInstanceOfSatisfying(
                        Later.class,
                        later -> assertThat(later.delay()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(42)));
        assertThat(server.received()).hasSize(1);

        jdbc.sql("update mail_outbox set claimed_until = now() where state = 'SENDING'")
                .update();
        assertThat(sendMail.handle(job(0, 3))).isInstanceOf(Completed.class);
        assertThat(server.messageIds()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void shouldGoOnAfterARefusedAddress() {
        add(
                aMail(group, 0, "anna@example.org"),
                aMail(group, 1, "nobody@example.org"),
                aMail(group, 2, "b@example.org"));

        assertThat(sendMail.handle(job(0, 3))).isInstanceOf(Completed.class);

        assertThat(outbox.statuses(group, 0, 3)).extracting(MailStatus::state).containsExactly(states("SFS"));
        assertThat(outbox.failed(10)).anySatisfy(status -> {
            assertThat(status.group()).isEqualTo(group);
            assertThat(status.lastError()).contains("No such mailbox");
        });
    }

    @Test
    void shouldComeBackForAnAddressThatIsRefusedForNow() {
        add(aMail(group, 0, "later@example.org"), aMail(group, 1, "anna@example.org"));

        assertThat(sendMail.handle(job(0, 2))).isInstanceOf(Later.class);

        assertThat(outbox.statuses(group, 0, 2)).extracting(MailStatus::state).containsExactly(states("RS"));
        assertThat(outbox.statuses(group, 0, 1)).singleElement().satisfies(status -> {
            assertThat(status.attempts()).isEqualTo(1);
            assertThat(status.lastError()).contains("Come back later");
        });
    }

    @Test
    void shouldFailWhatIsNoAddress() {
        var mail = aMail(null, 0, "anna at example.org");
        add(mail);

        assertThat(sendMail.handle(job(mail.id()))).isInstanceOf(Completed.class);

        assertThat(outbox.status(mail.id()).orElseThrow().state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void shouldKeepWhatWasNotTriedWhenTheServerBreaksDown() {
        addGroup(60);
        server.breakAfter(10);

        assertThat(sendMail.handle(job(0, 60))).isInstanceOf(Later.class);
        assertThat(outbox.counts(group)).isEqualTo(Map.of(MailState.SENT, 10, MailState.READY, 50));

        server.mend();
        assertThat(sendMail.handle(job(0, 60))).isInstanceOf(Completed.class);
        assertThat(server.messageIds()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void shouldHandBackWhatIsOpenWhenTheProcessEnds(@Autowired MailConnections connections) {
        addGroup(300);
        try (var ending = new DeliverMail(outbox, connections, new SimpleMeterRegistry())) {
            var job = CompletableFuture.supplyAsync(() -> new SendMail(ending, outbox).handle(job(0, 300)));
            await().until(() -> server.received().size() > 20);

            ending.windUp();

            assertThat(job.join())
                    .isInstanceOfSatisfying(
                            Later.class, later -> assertThat(later.delay()).isLessThan(Duration.ofSeconds(3)));
        }
        assertThat(outbox.counts(group)).containsOnlyKeys(MailState.READY, MailState.SENT);
        assertThat(sendMail.handle(job(0, 300))).isInstanceOf(Completed.class);
        assertThat(server.messageIds()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void shouldLeaveAMailThatIsThereAlready() {
        var mail = aMail(group, 0, "anna@example.org");
        add(mail);
        add(mail);
        add(aMail(group, 0, "other@example.org"));

        assertThat(outbox.statuses(group, 0, 1)).extracting(MailStatus::id).containsExactly(mail.id());
        assertThat(outbox.mail(mail.id())).hasValue(mail);
    }

    @Test
    void shouldForgetMailThatIsRolledBackWithItsTransaction() {
        var mail = aMail(null, 0, "anna@example.org");
        transaction.executeWithoutResult(status -> {
            outbox.add(List.of(mail));
            status.setRollbackOnly();
        });

        assertThat(outbox.mail(mail.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y", "a@example.org\0"})
    void shouldRefuseAHeaderThatBecomesTwo(String value) {
        assertThatThrownBy(() -> aMail(null, 0, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingMail(
                        UUID.randomUUID(), null, 0, null, "a@example.org", "b@example.org", value, "", "", "nl-NL"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseASecondHeaderInTheDatabaseToo() {
        var mail = aMail(null, 0, "anna@example.org");
        add(mail);

        assertThatThrownBy(() -> jdbc.sql("update mail_outbox set subject = E'a\\r\\nBcc: b@example.org' where id = ?")
                        .param(mail.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void addGroup(int mails) {
        add(IntStream.range(0, mails)
                .mapToObj(index -> aMail(group, index, "resident" + index + "@example.org"))
                .toArray(OutgoingMail[]::new));
    }

    private void add(OutgoingMail... mails) {
        transaction.executeWithoutResult(status -> outbox.add(List.of(mails)));
    }

    private static OutgoingMail aMail(UUID group, int index, String to) {
        return new OutgoingMail(
                UUID.randomUUID(),
                group,
                index,
                null,
                "Gemeente Voorbeeld <no-reply@gemeente.example>",
                to,
                "Uw herkeuring – één vraag",
                "Beste Anna, tot ziens in Café België",
                "<p>Beste Anna, tot ziens in <b>Café België</b></p>",
                "nl-NL");
    }

    private static MailState[] states(String initials) {
        return initials.chars()
                .mapToObj(initial -> switch (initial) {
                    case 'R' -> MailState.READY;
                    case 'S' -> MailState.SENT;
                    default -> MailState.FAILED;
                })
                .toArray(MailState[]::new);
    }

    private static Job<SendMail.Input> job(UUID mailId) {
        return job(new SendMail.Input(mailId, null, null, null));
    }

    private Job<SendMail.Input> job(int from, int to) {
        return job(new SendMail.Input(null, group, from, to));
    }

    private static Job<SendMail.Input> job(SendMail.Input input) {
        return new Job<>(1, 2, 3, "SendMails", "re-examination-batch", input, Map.of());
    }
}
