package io.traject.reexamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.SystemActor;
import io.traject.communication.Channel;
import io.traject.communication.Communication;
import io.traject.communication.Communication.State;
import io.traject.communication.Communications;
import io.traject.communication.Correction;
import io.traject.communication.InstallStandardTemplates;
import io.traject.communication.MailBounces;
import io.traject.communication.PostalAddress;
import io.traject.communication.ResendCommunication;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Outcome;
import io.traject.kernel.Postcode;
import io.traject.reexamination.UploadResidents.Upload;
import io.traject.tasks.CompleteTask;
import io.traject.tasks.Completion;
import io.traject.testing.Acting;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.workers.mail.MailOutbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails and letters that did not arrive, and what a case worker does about them. */
@TrajectTest
class ResendTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final EmailAddress CORRECTED = new EmailAddress("verbeterd@example.org");

    @TempDir
    Path files;

    @Autowired
    UploadResidents uploadResidents;

    @Autowired
    ConfirmBatch confirmBatch;

    @Autowired
    DispatchBatch dispatchBatch;

    @Autowired
    ResendCommunication resendCommunication;

    @Autowired
    Communications communications;

    @Autowired
    CaseResident caseResident;

    @Autowired
    MailBounces bounces;

    @Autowired
    MailOutbox outbox;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    TestCases municipalities;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UUID municipality;
    private UUID batch;

    /** Of the five residents the first three get a mail, the fourth a letter, the fifth both. */
    @BeforeEach
    void aDispatchedBatch() throws Exception {
        municipality = municipalities.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
        Path file = SampleResidents.writeTo(files.resolve("a.xlsx"), 5);
        batch = acting(() -> uploadResidents.upload(file, "a.xlsx")) instanceof Upload.Accepted(UUID id) ? id : null;
        acting(() -> confirmBatch.confirm(batch).orThrow());
        awaitState(BatchState.CREATED);
        acting(() -> dispatchBatch.dispatch(batch).orThrow());
        awaitState(BatchState.DISPATCHED);
    }

    @Test
    void shouldSendOnceToTheCorrectedAddressHoweverOftenAsked() throws Exception {
        UUID caseId = caseOfRow(2);
        Communication first = sent(caseId).getFirst();
        Callable<Outcome<Communication>> resend =
                () -> resendCommunication.resend(caseId, first.id(), new Correction.Email(CORRECTED));

        List<UUID> answers = atOnce(resend, resend).stream()
                .map(outcome -> outcome.orThrow().id())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1).doesNotContain(first.id());
        await().atMost(LIMIT).until(() -> sent(caseId).getFirst().state() == State.SENT);
        assertThat(sent(caseId)).hasSize(2);
        assertThat(outbox.mail(answers.getFirst()).orElseThrow().to()).isEqualTo(CORRECTED.value());
        assertThat(outbox.status(answers.getFirst()).orElseThrow().messageId())
                .isNotEqualTo(outbox.status(first.id()).orElseThrow().messageId());
        CaseResident.Details resident = acting(() -> caseResident.of(caseId)).orElseThrow();
        assertThat(resident.email()).isEqualTo(CORRECTED.value());
        assertThat(resident.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.by()).isEqualTo("Case worker");
            assertThat(correction.maskedBefore()).isEqualTo("i***@example.org");
        });
        assertRefused(
                acting(() -> resendCommunication.resend(
                        caseId, first.id(), new Correction.Email(new EmailAddress("anders@example.org")))),
                "communication-resent");
    }

    @Test
    void shouldMakeALetterForTheCorrectedAddress() throws Exception {
        UUID caseId = caseOfRow(5);
        var address = new PostalAddress("Nieuwstraat", "7", null, new Postcode("4321 BA"), "Nieuwdam");

        Communication letter = acting(() -> resendCommunication.resend(
                        caseId, sent(caseId).getFirst().id(), new Correction.Address(address)))
                .orThrow();

        assertThat(letter.state()).isEqualTo(State.SENT);
        assertThat(letter.channel()).isEqualTo(Channel.LETTER);
        assertThat(letter.place()).isNull();
        assertThat(acting(() -> caseResident.of(caseId)).orElseThrow().address())
                .containsExactly("Nieuwstraat 7", "4321 BA  NIEUWDAM");
    }

    @Test
    void shouldRefuseWhatDoesNotFit() throws Exception {
        UUID caseId = caseOfRow(2);
        UUID mail = sent(caseId).getFirst().id();
        var address = new PostalAddress("Nieuwstraat", "7", null, new Postcode("4321 BA"), "Nieuwdam");

        assertRefused(
                acting(() -> resendCommunication.resend(caseId, mail, new Correction.Address(address))),
                "correction-unfit");
        database.sql("update cases_case set state = 'CLOSED', stage = 'ENDED', outcome = 'close', ended_at = now()"
                        + " where id = ?")
                .param(caseId)
                .update();
        assertRefused(acting(() -> resendCommunication.resend(caseId, mail, new Correction.None())), "case-not-open");
    }

    @Test
    void shouldAskSomebodyWhatToDoAboutAMailThatCameBack() throws Exception {
        UUID caseId = caseOfRow(3);
        UUID mail = sent(caseId).getFirst().id();

        assertThat(bounce(mail, "550 5.1.1 no such user")).isTrue();
        assertThat(bounce(mail, "550 5.1.1 no such user")).isTrue();
        assertThat(bounce(UUID.randomUUID(), "550 5.1.1 no such user")).isFalse();

        UUID task = await().atMost(LIMIT).until(() -> taskOf(caseId), found -> found != null);
        assertRefused(
                acting(() -> completeTask.complete(task, new Completion("resend", null, null, "geen adres"))),
                "email-invalid");
        acting(() -> completeTask.complete(task, new Completion("resend", null, null, CORRECTED.value())))
                .orThrow();
        await().atMost(LIMIT).until(() -> sent(caseId).getFirst().state() == State.SENT);
        assertThat(sent(caseId)).extracting(Communication::state).containsExactlyInAnyOrder(State.SENT, State.BOUNCED);
        assertThat(database.sql("select count(*) from tasks_task where case_id = ? and type = 'correct-address'")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean bounce(UUID mail, String words) {
        return SystemActor.call(() -> transaction.execute(status -> bounces.bounced(mail, words)));
    }

    private UUID taskOf(UUID caseId) {
        return database.sql(
                        "select id from tasks_task where case_id = ? and type = 'correct-address' and state = 'OPEN'")
                .param(caseId)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private UUID caseOfRow(int row) {
        return database.sql("select case_id from reexamination_resident where batch_id = ? and row_number = ?")
                .params(batch, row)
                .query(UUID.class)
                .single();
    }

    private List<Communication> sent(UUID caseId) {
        return communications.ofCase(caseId);
    }

    private void awaitState(BatchState state) {
        await().atMost(LIMIT)
                .until(() -> database.sql("select state from reexamination_batch where id = ?")
                        .param(batch)
                        .query(String.class)
                        .single()
                        .equals(state.name()));
    }

    private <T> T acting(Callable<T> work) throws Exception {
        return Acting.asCaseWorker(municipality, work);
    }

    private <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = users.submit(() -> acting(one));
            var second = users.submit(() -> acting(other));
            return List.of(first.get(), second.get());
        }
    }

    private static void assertRefused(Outcome<?> outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
