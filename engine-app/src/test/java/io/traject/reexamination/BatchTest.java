package io.traject.reexamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.traject.access.SystemActor;
import io.traject.communication.InstallStandardTemplates;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.reexamination.UploadResidents.Upload;
import io.traject.testing.Acting;
import io.traject.testing.SampleResidents;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches with everybody at once, and with what goes wrong. */
@TrajectTest
class BatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int SURNAME = 3;

    @TempDir
    Path files;

    @Autowired
    UploadResidents uploadResidents;

    @Autowired
    ConfirmBatch confirmBatch;

    @Autowired
    DispatchBatch dispatchBatch;

    @Autowired
    DiscardBatch discardBatch;

    @Autowired
    PauseDispatch pauseDispatch;

    @Autowired
    RetryBatch retryBatch;

    @Autowired
    BatchDirectory directory;

    @Autowired
    InstallStandardTemplates installStandardTemplates;

    @Autowired
    TestCases municipalities;

    @Autowired
    JdbcClient database;

    private UUID municipality;

    @BeforeEach
    void aMunicipalityWithTemplates() {
        municipality = municipalities.municipality();
        SystemActor.run(() -> installStandardTemplates.install(municipality));
    }

    @Test
    void shouldCreateAndDispatchOnceWhenTwoUsersDoEverythingAtOnce() throws Exception {
        Path file = SampleResidents.writeTo(files.resolve("a.xlsx"), 10);

        List<Upload> uploads = atOnce(() -> uploadResidents.upload(file, "a.xlsx"));
        UUID batch = uploads.stream()
                .map(BatchTest::batchOf)
                .distinct()
                .reduce((a, b) -> null)
                .orElseThrow();
        atOnce(() -> confirmBatch.confirm(batch).orThrow());
        awaitState(batch, BatchState.CREATED);
        atOnce(() -> dispatchBatch.dispatch(batch).orThrow());
        awaitState(batch, BatchState.DISPATCHED);

        assertThat(uploads).filteredOn(Upload.Accepted.class::isInstance).hasSize(1);
        assertThat(count("select count(*) from cases_case where batch_id = ?", batch))
                .isEqualTo(10);
        assertThat(count("select count(*) from communication_communication where batch_id = ?", batch))
                .isEqualTo(12);
        assertThat(count("select count(*) from mail_outbox where group_id = ? and state = 'SENT'", batch))
                .isEqualTo(8);
        assertThat(count("select count(*) from cases_case where batch_id = ? and stage = 'AWAITING_DATA'", batch))
                .isEqualTo(10);
    }

    @Test
    void shouldRefuseResidentsWithAnOpenCaseOfTheSameScheme() throws Exception {
        UUID first = upload(SampleResidents.writeTo(files.resolve("first.xlsx"), 5));
        UUID checkedBefore = upload(changed(5, (sheet, row) -> {}, "before.xlsx"));
        confirm(first);
        awaitState(first, BatchState.CREATED);

        UUID checkedAfter = upload(changed(5, (sheet, row) -> {}, "after.xlsx"));
        assertThat(batch(checkedAfter).state()).isEqualTo(BatchState.REJECTED);
        assertThat(count(
                        "select count(*) from reexamination_cell_error where batch_id = ? and code = 'ALREADY_OPEN'",
                        checkedAfter))
                .isEqualTo(5);

        confirm(checkedBefore);
        awaitState(checkedBefore, BatchState.CREATED);
        Acting.asCaseWorker(municipality, () -> {
            assertThat(directory.progress(batch(checkedBefore))).isEqualTo(new BatchDirectory.Progress(0, 5, 5));
            return assertThat(directory.unprocessed(batch(checkedBefore), 10))
                    .extracting(BatchDirectory.Unprocessed::failure)
                    .containsOnly("ALREADY_OPEN");
        });
    }

    @Test
    void shouldWithdrawTheCasesOfADiscardedBatchAndFreeTheirResidents() throws Exception {
        Path file = SampleResidents.writeTo(files.resolve("a.xlsx"), 7);
        UUID batch = upload(file);
        confirm(batch);
        awaitState(batch, BatchState.CREATED);

        atOnce(() -> discardBatch.discard(batch).orThrow());

        await().atMost(LIMIT)
                .until(() ->
                        count("select count(*) from cases_case where batch_id = ? and state = 'OPEN'", batch) == 0);
        assertThat(count("select count(*) from cases_case where batch_id = ? and state = 'CANCELLED'", batch))
                .isEqualTo(7);
        UUID again = upload(file);
        assertThat(again).isNotEqualTo(batch);
        assertThat(batch(again).state()).isEqualTo(BatchState.CHECKED);
    }

    @Test
    void shouldLetExactlyOneWinWhenDispatchedAndDiscardedAtOnce() throws Exception {
        UUID batch = upload(SampleResidents.writeTo(files.resolve("a.xlsx"), 6));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);

        List<Outcome<Batch>> outcomes =
                atOnce(List.of(() -> dispatchBatch.dispatch(batch), () -> discardBatch.discard(batch)));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        boolean dispatched = outcomes.getFirst() instanceof Outcome.Done;
        assertThat(outcomes.get(dispatched ? 1 : 0))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        loser -> assertThat(loser.refusal().code())
                                .isEqualTo(dispatched ? "batch-dispatched" : "batch-discarded"));
        awaitState(batch, dispatched ? BatchState.DISPATCHED : BatchState.DISCARDED);
        await().atMost(LIMIT)
                .until(() -> count("select count(*) from cases_case where batch_id = ? and state = 'OPEN'", batch)
                        == (dispatched ? 6 : 0));
        assertThat(count("select count(*) from communication_communication where batch_id = ?", batch))
                .isEqualTo(dispatched ? 7 : 0);
    }

    @Test
    void shouldStandStillWhilePausedAndGoOnWhereItStopped() throws Exception {
        UUID batch = upload(SampleResidents.writeTo(files.resolve("a.xlsx"), 400));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);
        Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch).orThrow());
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count(
                                "select count(*) from communication_document d join communication_communication c"
                                        + " on c.id = d.communication_id where c.batch_id = ?",
                                batch)
                        > 0);

        Acting.asCaseWorker(municipality, () -> pauseDispatch.pause(batch).orThrow());
        long made = count("select count(*) from communication_communication where batch_id = ?", batch);

        assertThat(made).isLessThan(480);
        assertThat(batch(batch).pausedBy()).contains("Case worker");
        await().during(Duration.ofSeconds(7))
                .atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from communication_communication where batch_id = ?", batch) == made
                        && count("select count(*) from mail_outbox where group_id = ? and state <> 'READY'", batch)
                                == 0);

        Acting.asCaseWorker(municipality, () -> pauseDispatch.resume(batch).orThrow());
        awaitState(batch, BatchState.DISPATCHED);
        assertThat(count("select count(*) from communication_communication where batch_id = ?", batch))
                .isEqualTo(480);
        assertThat(count("select count(*) from mail_outbox where group_id = ? and state = 'SENT'", batch))
                .isEqualTo(320);
        assertThat(count("select count(*) from cases_case where batch_id = ? and stage = 'AWAITING_DATA'", batch))
                .isEqualTo(400);
    }

    @Test
    void shouldRetryWhoWasLeftBehindAndNobodyElse() throws Exception {
        UUID batch = upload(changed(
                5,
                (sheet, row) -> {
                    if (row == 4) {
                        sheet.getRow(row).getCell(SURNAME).setCellValue("王");
                    }
                },
                "retry.xlsx"));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);
        database.sql("insert into mail_group_held_back (group_id) values (?)")
                .param(batch)
                .update();
        Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch).orThrow());
        await().atMost(LIMIT).until(() -> count("select count(*) from mail_outbox where group_id = ?", batch) == 4);
        database.sql("update mail_outbox set state = 'FAILED', failed_at = now(), last_error = '550 5.1.1 no such user'"
                        + " where group_id = ? and group_index = 0")
                .param(batch)
                .update();
        database.sql("delete from mail_group_held_back where group_id = ?")
                .param(batch)
                .update();
        awaitState(batch, BatchState.DISPATCHED);
        Acting.asCaseWorker(municipality, () -> {
            assertThat(directory.progress(batch(batch))).isEqualTo(new BatchDirectory.Progress(4, 2, 6));
            return assertThat(directory.unprocessed(batch(batch), 10))
                    .extracting(BatchDirectory.Unprocessed::row, BatchDirectory.Unprocessed::retryable)
                    .containsExactly(tuple(2, true), tuple(5, true));
        });
        database.sql("update reexamination_resident set surname = 'Wang' where batch_id = ? and row_number = 5")
                .param(batch)
                .update();

        assertThat(Acting.asCaseWorker(municipality, () -> retryBatch.retry(batch, Optional.of(Set.of(2, 3)))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("rows-not-retryable"));
        List<Outcome<Batch>> both = atOnce(() -> retryBatch.retry(batch, Optional.empty()));
        assertThat(both).filteredOn(Outcome.Done.class::isInstance).hasSize(1);

        awaitState(batch, BatchState.DISPATCHED);
        Acting.asCaseWorker(municipality, () -> {
            assertThat(directory.progress(batch(batch))).isEqualTo(new BatchDirectory.Progress(6, 0, 6));
            return assertThat(directory.unprocessed(batch(batch), 10)).hasSize(0);
        });
        assertThat(count("select count(*) from communication_communication where batch_id = ?", batch))
                .isEqualTo(8);
        assertThat(count(
                        "select count(*) from mail_outbox where group_id in (select retry_id from"
                                + " reexamination_retry_item where batch_id = ?) and state = 'SENT'",
                        batch))
                .isEqualTo(1);
        assertThat(count("select count(*) from cases_case where batch_id = ? and stage = 'AWAITING_DATA'", batch))
                .isEqualTo(5);
        assertThat(Acting.asCaseWorker(municipality, () -> retryBatch.retry(batch, Optional.empty())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("nothing-to-retry"));
    }

    @Test
    void shouldRetryTheChosenAndLeaveTheOthersBehind() throws Exception {
        UUID batch = dispatchedWithoutTheFirstTwoAndTheFourth("subset.xlsx");
        database.sql("update reexamination_resident set surname = 'Wang' where batch_id = ? and row_number = 5")
                .param(batch)
                .update();

        Acting.asCaseWorker(
                municipality,
                () -> retryBatch.retry(batch, Optional.of(Set.of(2, 5))).orThrow());

        awaitState(batch, BatchState.DISPATCHED);
        assertThat(leftBehind(batch)).containsExactly(3);
        assertThat(count("select count(*) from reexamination_retry_item where batch_id = ?", batch))
                .isEqualTo(2);
        assertThat(communicationsOfRow(batch, 2))
                .as("the one that failed, and the new one")
                .isEqualTo(2);
        assertThat(communicationsOfRow(batch, 3)).as("as it was").isEqualTo(1);
        assertThat(communicationsOfRow(batch, 4)).as("was reached before").isEqualTo(1);
        assertThat(count("select count(*) from cases_case where batch_id = ? and stage = 'AWAITING_DATA'", batch))
                .isEqualTo(4);

        Acting.asCaseWorker(
                municipality,
                () -> retryBatch.retry(batch, Optional.of(Set.of(3))).orThrow());

        awaitState(batch, BatchState.DISPATCHED);
        assertThat(leftBehind(batch)).isEmpty();
        assertThat(communicationsOfRow(batch, 2)).isEqualTo(2);
        assertThat(count("select count(*) from cases_case where batch_id = ? and stage = 'AWAITING_DATA'", batch))
                .isEqualTo(5);
    }

    /** Five residents: the mails of the first two came back at once, the letter of the fourth could not be made. */
    private UUID dispatchedWithoutTheFirstTwoAndTheFourth(String name) throws Exception {
        UUID batch = upload(changed(
                5,
                (sheet, row) -> {
                    if (row == 4) {
                        sheet.getRow(row).getCell(SURNAME).setCellValue("王");
                    }
                },
                name));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);
        database.sql("insert into mail_group_held_back (group_id) values (?)")
                .param(batch)
                .update();
        Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch).orThrow());
        await().atMost(LIMIT).until(() -> count("select count(*) from mail_outbox where group_id = ?", batch) == 4);
        database.sql("update mail_outbox set state = 'FAILED', failed_at = now(), last_error = '550 5.1.1 no such user'"
                        + " where group_id = ? and group_index in (0, 1)")
                .param(batch)
                .update();
        database.sql("delete from mail_group_held_back where group_id = ?")
                .param(batch)
                .update();
        awaitState(batch, BatchState.DISPATCHED);
        assertThat(leftBehind(batch)).containsExactly(2, 3, 5);
        return batch;
    }

    private List<Integer> leftBehind(UUID batch) throws Exception {
        return Acting.asCaseWorker(
                municipality,
                () -> directory.unprocessed(batch(batch), 10).stream()
                        .map(BatchDirectory.Unprocessed::row)
                        .toList());
    }

    private long communicationsOfRow(UUID batch, int row) {
        return count(
                "select count(*) from communication_communication c join reexamination_resident r using (case_id)"
                        + " where r.batch_id = ? and r.row_number = " + row,
                batch);
    }

    @Test
    void shouldPauseOnlyADispatch() throws Exception {
        UUID batch = upload(SampleResidents.writeTo(files.resolve("a.xlsx"), 3));

        Outcome<Batch> refused = Acting.asCaseWorker(municipality, () -> pauseDispatch.pause(batch));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        answer -> assertThat(answer.refusal().code()).isEqualTo("batch-not-dispatching"));
    }

    @Test
    void shouldCreateNothingFromAFileWithErrors() throws Exception {
        UUID rejected =
                upload(changed(5, (sheet, row) -> sheet.getRow(row).getCell(0).setCellValue("123456789"), "x"));

        Outcome<Batch> confirmed = Acting.asCaseWorker(municipality, () -> confirmBatch.confirm(rejected));

        assertThat(confirmed)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("batch-has-errors"));
        assertThat(count("select count(*) from reexamination_resident where batch_id = ?", rejected))
                .isZero();
    }

    @Test
    void shouldLeaveBehindWhoseLetterCannotBeMadeAndGoOn() throws Exception {
        // Of the sample, the fourth resident gets a letter only; the typeface has no Chinese.
        UUID batch = upload(changed(
                5,
                (sheet, row) -> {
                    if (row == 4) {
                        sheet.getRow(row).getCell(SURNAME).setCellValue("王");
                    }
                },
                "letters.xlsx"));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);
        Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch).orThrow());
        awaitState(batch, BatchState.DISPATCHED);

        Acting.asCaseWorker(municipality, () -> {
            assertThat(directory.invited(batch(batch))).isEqualTo(4);
            return assertThat(directory.unprocessed(batch(batch), 10))
                    .extracting(BatchDirectory.Unprocessed::row, BatchDirectory.Unprocessed::failure)
                    .containsExactly(tuple(5, "letter-character-unprintable"));
        });
    }

    @Test
    void shouldRefuseToDispatchWithoutATemplate() throws Exception {
        UUID batch = upload(SampleResidents.writeTo(files.resolve("a.xlsx"), 3));
        confirm(batch);
        awaitState(batch, BatchState.CREATED);
        removeTemplates();

        Outcome<Batch> refused = Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        answer -> assertThat(answer.refusal().code()).isEqualTo("template-missing"));
    }

    @Test
    void shouldNotShowAnotherMunicipalitysBatch() throws Exception {
        UUID batch = upload(SampleResidents.writeTo(files.resolve("a.xlsx"), 3));
        UUID neighbour = municipalities.municipality();

        for (Callable<?> attempt : List.<Callable<?>>of(
                () -> directory.get(batch),
                () -> confirmBatch.confirm(batch),
                () -> dispatchBatch.dispatch(batch),
                () -> pauseDispatch.pause(batch),
                () -> pauseDispatch.resume(batch),
                () -> retryBatch.retry(batch, Optional.empty()),
                () -> discardBatch.discard(batch))) {
            assertThatThrownBy(() -> Acting.asCaseWorker(neighbour, attempt)).isInstanceOf(NotFoundException.class);
        }
    }

    private void removeTemplates() {
        for (String table : List.of("communication_template_version", "communication_template")) {
            database.sql("delete from " + table + " where "
                            + (table.endsWith("version")
                                    ? "template_id in (select id from communication_template where municipality_id = ?)"
                                    : "municipality_id = ?"))
                    .param(municipality)
                    .update();
        }
    }

    private UUID upload(Path file) throws Exception {
        return batchOf(Acting.asCaseWorker(
                municipality,
                () -> uploadResidents.upload(file, file.getFileName().toString())));
    }

    private static UUID batchOf(Upload upload) {
        return switch (upload) {
            case Upload.Accepted(UUID id) -> id;
            case Upload.AlreadyThere(UUID id) -> id;
            case Upload.Unreadable unreadable -> throw new AssertionError(unreadable);
        };
    }

    private void confirm(UUID batch) throws Exception {
        Acting.asCaseWorker(municipality, () -> confirmBatch.confirm(batch).orThrow());
    }

    private Batch batch(UUID id) {
        try {
            return Acting.asCaseWorker(municipality, () -> directory.get(id));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitState(UUID batch, BatchState state) {
        await().atMost(LIMIT).until(() -> batch(batch).state() == state);
    }

    /** Two users, the same moment. */
    private <T> List<T> atOnce(Callable<T> work) throws Exception {
        return atOnce(List.of(work, work));
    }

    private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> both = users.invokeAll(work.stream()
                    .map(one -> (Callable<T>) () -> Acting.asCaseWorker(municipality, one))
                    .toList());
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    /** The sample with another file's bytes, and with every row changed as told. */
    private Path changed(int residents, BiConsumer<Sheet, Integer> change, String name) throws IOException {
        Path file = SampleResidents.writeTo(files.resolve(name), residents);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Sheet sheet = workbook.getSheetAt(0);
            for (int row = 1; row <= residents; row++) {
                change.accept(sheet, row);
            }
            workbook.createSheet(name);
            try (var out = new FileOutputStream(file.toFile())) {
                workbook.write(out);
            }
        }
        return file;
    }

    private long count(String sql, UUID batch) {
        return database.sql(sql).param(batch).query(Long.class).single();
    }
}
