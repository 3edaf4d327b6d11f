package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.reexamination.intake.CellError;
import io.traject.reexamination.intake.CommunicationPreference;
import io.traject.reexamination.intake.Repair;
import io.traject.reexamination.intake.ResidentRow;
import io.traject.reexamination.intake.SheetPreview;
import io.traject.reexamination.intake.SheetReading;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The uploaded spreadsheets with what was found in them. */
@Repository
class UploadedSheets {

    private static final int INSERT_CHUNK = 1000;
    private static final TypeReference<List<String>> ARGUMENTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Residents residents;
    private final DomainEventLog events;
    private final BusinessTime time;
    private final JsonMapper json;

    UploadedSheets(
            JdbcTemplate jdbc,
            JdbcClient client,
            Residents residents,
            DomainEventLog events,
            BusinessTime time,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.client = client;
        this.residents = residents;
        this.events = events;
        this.time = time;
        this.json = json;
    }

    /** What the check page shows beside the errors. */
    record Sheet(SheetPreview preview, List<Repair> repairs) {}

    /** An error as it was stored: enough to say it in the reader's language. */
    record StoredError(int row, String column, CellError.Code code, String messageKey, List<String> arguments) {}

    /** The batch of this file, unless it was discarded. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(UUID municipality, String sha256) {
        return client.sql("select id from reexamination_batch where municipality_id = ? and sha256 = ?"
                        + " and state <> 'DISCARDED'")
                .params(municipality, sha256)
                .query(UUID.class)
                .optional();
    }

    /** @return the new batch; empty when the same file was kept in the meantime */
    @Transactional
    public Optional<UUID> keep(
            UUID municipality, Actor actor, String fileName, String sha256, SheetReading.Checked checked) {
        UUID id = Ids.next();
        BatchState state = checked.accepted() ? BatchState.CHECKED : BatchState.REJECTED;
        int inserted = client.sql("""
                        insert into reexamination_batch (id, municipality_id, state, file_name, sha256, row_count,
                            mail_count, letter_count, both_count, error_count, sheet, uploaded_by, uploaded_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 0)
                        on conflict (municipality_id, sha256) where state <> 'DISCARDED' do nothing
                        """)
                .params(
                        id,
                        municipality,
                        state.name(),
                        fileName,
                        sha256,
                        checked.dataRows(),
                        count(checked.rows(), CommunicationPreference.EMAIL),
                        count(checked.rows(), CommunicationPreference.BRIEF),
                        count(checked.rows(), CommunicationPreference.BEIDE),
                        checked.errors().size(),
                        json.writeValueAsString(new Sheet(checked.preview(), checked.repairs())),
                        actor.displayName(),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 0) {
            return Optional.empty();
        }
        if (checked.accepted()) {
            residents.insert(id, checked.rows());
        } else {
            insertErrors(id, checked.errors());
        }
        events.record(new DomainEvent(
                Ids.next(),
                "re-examination.batchUploaded",
                municipality,
                id,
                null,
                null,
                Map.of("state", state.name()),
                Map.of("rows", checked.dataRows(), "errors", checked.errors().size())));
        return Optional.of(id);
    }

    private static long count(List<ResidentRow> rows, CommunicationPreference preference) {
        return rows.stream().filter(row -> row.preference() == preference).count();
    }

    private void insertErrors(UUID batchId, List<CellError> errors) {
        var seq = new int[] {0};
        jdbc.batchUpdate("""
                insert into reexamination_cell_error (batch_id, seq, row_number, column_name, code, message_key, arguments)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """, errors, INSERT_CHUNK, (statement, error) -> {
            statement.setObject(1, batchId);
            statement.setInt(2, seq[0]++);
            statement.setInt(3, error.row());
            statement.setString(4, error.column().header());
            statement.setString(5, error.code().name());
            statement.setString(6, error.messageKey());
            statement.setString(7, json.writeValueAsString(error.arguments()));
        });
    }

    @Transactional(readOnly = true)
    public Sheet sheet(UUID batchId) {
        return client.sql("select sheet from reexamination_batch where id = ?")
                .param(batchId)
                .query((row, n) -> json.readValue(row.getString("sheet"), Sheet.class))
                .single();
    }

    /** The errors of a rejected batch, by row; from a place in that order, at most so many. */
    @Transactional(readOnly = true)
    public List<StoredError> errors(UUID batchId, int from, int atMost) {
        return client.sql("select * from reexamination_cell_error where batch_id = ? and seq >= ? order by seq limit ?")
                .params(batchId, from, atMost)
                .query((row, n) -> new StoredError(
                        row.getInt("row_number"),
                        row.getString("column_name"),
                        CellError.Code.valueOf(row.getString("code")),
                        row.getString("message_key"),
                        json.readValue(row.getString("arguments"), ARGUMENTS)))
                .list();
    }
}
