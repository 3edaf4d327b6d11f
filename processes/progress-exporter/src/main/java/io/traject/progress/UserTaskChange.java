package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

record UserTaskChange(
        long key,
        long elementInstanceKey,
        long processInstanceKey,
        String elementId,
        String state,
        OffsetDateTime changedAt)
        implements Change {

    private static final String UPSERT = """
            insert into progress.user_task as row
                (key, element_instance_key, process_instance_key, element_id, state, changed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                element_id = excluded.element_id,
                state = excluded.state,
                changed_at = excluded.changed_at
            where row.state = 'CREATED'""";

    static @Nullable UserTaskChange of(Record<?> record, UserTaskRecordValue value) {
        String state = switch ((UserTaskIntent) record.getIntent()) {
            case CREATED, MIGRATED -> "CREATED";
            case COMPLETED -> "COMPLETED";
            case CANCELED -> "CANCELED";
            default -> null;
        };
        return state == null
                ? null
                : new UserTaskChange(
                        record.getKey(),
                        value.getElementInstanceKey(),
                        value.getProcessInstanceKey(),
                        value.getElementId(),
                        state,
                        Columns.time(record));
    }

    @Override
    public String upsert() {
        return UPSERT;
    }

    @Override
    public List<@Nullable Object> parameters() {
        return Arrays.asList(key, elementInstanceKey, processInstanceKey, elementId, state, changedAt);
    }

    @Override
    public Change after(Change earlier) {
        return this;
    }
}
