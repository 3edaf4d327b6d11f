package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

record IncidentChange(
        long key,
        @Nullable Long processInstanceKey,
        @Nullable Long elementInstanceKey,
        String elementId,
        String errorType,
        String message,
        @Nullable Long jobKey,
        String state,
        @Nullable OffsetDateTime createdAt,
        @Nullable OffsetDateTime resolvedAt)
        implements Change {

    /** Messages come from job handlers: long enough to tell what went wrong, too short to carry a document along. */
    private static final int MESSAGE_LENGTH = 2_000;

    private static final String UPSERT = """
            insert into progress.incident as row
                (key, process_instance_key, element_instance_key, element_id, error_type, message, job_key,
                 state, created_at, resolved_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                element_id = excluded.element_id,
                state = excluded.state,
                resolved_at = excluded.resolved_at
            where row.state = 'ACTIVE'""";

    static @Nullable IncidentChange of(Record<?> record, IncidentRecordValue value) {
        return switch ((IncidentIntent) record.getIntent()) {
            case CREATED -> of(record, value, "ACTIVE", Columns.time(record), null);
            case MIGRATED -> of(record, value, "ACTIVE", null, null);
            case RESOLVED -> of(record, value, "RESOLVED", null, Columns.time(record));
            default -> null;
        };
    }

    private static IncidentChange of(
            Record<?> record,
            IncidentRecordValue value,
            String state,
            @Nullable OffsetDateTime createdAt,
            @Nullable OffsetDateTime resolvedAt) {
        return new IncidentChange(
                record.getKey(),
                Columns.keyOrNull(value.getProcessInstanceKey()),
                Columns.keyOrNull(value.getElementInstanceKey()),
                value.getElementId(),
                value.getErrorType().name(),
                Columns.text(value.getErrorMessage(), MESSAGE_LENGTH),
                Columns.keyOrNull(value.getJobKey()),
                state,
                createdAt,
                resolvedAt);
    }

    @Override
    public String upsert() {
        return UPSERT;
    }

    @Override
    public List<@Nullable Object> parameters() {
        return Arrays.asList(
                key,
                processInstanceKey,
                elementInstanceKey,
                elementId,
                errorType,
                message,
                jobKey,
                state,
                createdAt,
                resolvedAt);
    }

    @Override
    public Change after(Change earlier) {
        return new IncidentChange(
                key,
                processInstanceKey,
                elementInstanceKey,
                elementId,
                errorType,
                message,
                jobKey,
                state,
                ((IncidentChange) earlier).createdAt,
                resolvedAt);
    }
}
