package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

record TimerChange(
        long key,
        @Nullable Long elementInstanceKey,
        @Nullable Long processInstanceKey,
        String elementId,
        OffsetDateTime dueAt,
        String state)
        implements Change {

    private static final String UPSERT = """
            insert into progress.timer as row
                (key, element_instance_key, process_instance_key, element_id, due_at, state)
            values (?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                element_id = excluded.element_id,
                due_at = excluded.due_at,
                state = excluded.state
            where row.state = 'ACTIVE'""";

    static @Nullable TimerChange of(Record<?> record, TimerRecordValue value) {
        String state = switch ((TimerIntent) record.getIntent()) {
            case CREATED, MIGRATED -> "ACTIVE";
            case TRIGGERED -> "TRIGGERED";
            case CANCELED -> "CANCELED";
            default -> null;
        };
        return state == null
                ? null
                : new TimerChange(
                        record.getKey(),
                        Columns.keyOrNull(value.getElementInstanceKey()),
                        Columns.keyOrNull(value.getProcessInstanceKey()),
                        value.getTargetElementId(),
                        Columns.time(value.getDueDate()),
                        state);
    }

    @Override
    public String upsert() {
        return UPSERT;
    }

    @Override
    public List<@Nullable Object> parameters() {
        return Arrays.asList(key, elementInstanceKey, processInstanceKey, elementId, dueAt, state);
    }

    @Override
    public Change after(Change earlier) {
        return this;
    }
}
