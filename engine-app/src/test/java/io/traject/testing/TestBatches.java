package io.traject.testing;

import static org.awaitility.Awaitility.await;

import io.traject.access.SystemActor;
import io.traject.communication.InstallStandardTemplates;
import io.traject.communication.TemplateKind;
import io.traject.kernel.Language;
import io.traject.reexamination.ConfirmBatch;
import io.traject.reexamination.DispatchBatch;
import io.traject.reexamination.UploadResidents;
import io.traject.reexamination.UploadResidents.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings batches of sample residents as far as a test needs them. */
@Component
public class TestBatches {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final InstallStandardTemplates installStandardTemplates;
    private final UploadResidents uploadResidents;
    private final ConfirmBatch confirmBatch;
    private final DispatchBatch dispatchBatch;
    private final JdbcClient database;

    TestBatches(
            InstallStandardTemplates installStandardTemplates,
            UploadResidents uploadResidents,
            ConfirmBatch confirmBatch,
            DispatchBatch dispatchBatch,
            JdbcClient database) {
        this.installStandardTemplates = installStandardTemplates;
        this.uploadResidents = uploadResidents;
        this.confirmBatch = confirmBatch;
        this.dispatchBatch = dispatchBatch;
        this.database = database;
    }

    /** With a case for each of the first so many sample residents, and the templates by which they would be invited. */
    public UUID created(UUID municipality, int residents) throws Exception {
        SystemActor.run(() -> Arrays.stream(TemplateKind.values())
                .filter(TemplateKind::invites)
                .forEach(kind -> installStandardTemplates.install(municipality, kind, Language.NL)));
        Path file = SampleResidents.writeTo(Files.createTempFile("residents", ".xlsx"), residents);
        UUID batch = Acting.asCaseWorker(municipality, () -> upload(file));
        Files.delete(file);
        Acting.asCaseWorker(municipality, () -> confirmBatch.confirm(batch).orThrow());
        awaitState(batch, "CREATED");
        return batch;
    }

    /** With every resident invited. */
    public UUID dispatched(UUID municipality, int residents) throws Exception {
        UUID batch = created(municipality, residents);
        dispatch(batch, municipality);
        return batch;
    }

    /** Invites every resident of a batch. */
    public void dispatch(UUID batch, UUID municipality) throws Exception {
        Acting.asCaseWorker(municipality, () -> dispatchBatch.dispatch(batch).orThrow());
        awaitState(batch, "DISPATCHED");
    }

    /** The case of the first resident of a batch with a preference. */
    public UUID caseOf(UUID batch, String preference) {
        return database.sql("""
                        select case_id from reexamination_resident where batch_id = ? and preference = ?
                        order by row_index limit 1""").params(batch, preference).query(UUID.class).single();
    }

    private UUID upload(Path file) throws IOException {
        return switch (uploadResidents.upload(file, "residents.xlsx")) {
            case Upload.Accepted(UUID id) -> id;
            case Upload.AlreadyThere(UUID id) -> id;
            case Upload.Unreadable unreadable -> throw new AssertionError(unreadable);
        };
    }

    private void awaitState(UUID batch, String state) {
        await().atMost(LIMIT)
                .until(() -> database.sql("select state from reexamination_batch where id = ?")
                        .param(batch)
                        .query(String.class)
                        .single()
                        .equals(state));
    }
}
