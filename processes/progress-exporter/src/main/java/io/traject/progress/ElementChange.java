package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ElementChange(long key, long processInstanceKey, String elementId, String elementType, Life life)
        implements Change {

    private static final String UPSERT = """
            insert into progress.element as row
                (key, process_instance_key, element_id, element_type, state, started_at, ended_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                element_id = excluded.element_id,
                state = excluded.state,
                ended_at = excluded.ended_at
            where row.state = 'ACTIVE'""";

    static @Nullable ElementChange of(Record<?> record, ProcessInstanceRecordValue value) {
        Life life = Life.of(record);
        return life == null
                ? null
                : new ElementChange(
                        record.getKey(),
                        value.getProcessInstanceKey(),
                        value.getElementId(),
                        value.getBpmnElementType().name(),
                        life);
    }

    @Override
    public String upsert() {
        return UPSERT;
    }

    @Override
    public List<@Nullable Object> parameters() {
        return Arrays.asList(
                key, processInstanceKey, elementId, elementType, life.state(), life.startedAt(), life.endedAt());
    }

    @Override
    public Change after(Change earlier) {
        Life whole = life.after(((ElementChange) earlier).life);
        return new ElementChange(key, processInstanceKey, elementId, elementType, whole);
    }
}
