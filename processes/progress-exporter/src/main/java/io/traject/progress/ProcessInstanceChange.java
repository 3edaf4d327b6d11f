package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ProcessInstanceChange(
        long key,
        String processId,
        int version,
        long processDefinitionKey,
        @Nullable Long parentKey,
        Life life) implements Change {

    private static final String UPSERT = """
            insert into progress.process_instance as row
                (key, process_id, version, process_definition_key, parent_key, state, started_at, ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                process_id = excluded.process_id,
                version = excluded.version,
                process_definition_key = excluded.process_definition_key,
                state = excluded.state,
                ended_at = excluded.ended_at
            where row.state = 'ACTIVE'""";

    static @Nullable ProcessInstanceChange of(Record<?> record, ProcessInstanceRecordValue value) {
        Life life = Life.of(record);
        return life == null
                ? null
                : new ProcessInstanceChange(
                        record.getKey(),
                        value.getBpmnProcessId(),
                        value.getVersion(),
                        value.getProcessDefinitionKey(),
                        Columns.keyOrNull(value.getParentProcessInstanceKey()),
                        life);
    }

    @Override
    public String upsert() {
        return UPSERT;
    }

    @Override
    public List<@Nullable Object> parameters() {
        return Arrays.asList(
                key,
                processId,
                version,
                processDefinitionKey,
                parentKey,
                life.state(),
                life.startedAt(),
                life.endedAt());
    }

    @Override
    public Change after(Change earlier) {
        Life whole = life.after(((ProcessInstanceChange) earlier).life);
        return new ProcessInstanceChange(key, processId, version, processDefinitionKey, parentKey, whole);
    }
}
