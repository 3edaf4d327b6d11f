package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record of the engine changes in one row of the projection. */
sealed interface Change permits ProcessInstanceChange, ElementChange, UserTaskChange, TimerChange, IncidentChange {

    /** The value types that {@link #of} looks at. */
    Set<ValueType> VALUE_TYPES =
            Set.of(ValueType.PROCESS_INSTANCE, ValueType.USER_TASK, ValueType.TIMER, ValueType.INCIDENT);

    /** The row's primary key. */
    long key();

    /** The statement that inserts the row or moves it on; it leaves a row alone that has ended already. */
    String upsert();

    /** The values of {@link #upsert}'s parameters, in order. */
    List<@Nullable Object> parameters();

    /** This change and an earlier one to the same row, as one. */
    Change after(Change earlier);

    /** Null when the record changes nothing that is projected. */
    static @Nullable Change of(Record<?> record) {
        RecordValue value = record.getValue();
        if (value instanceof ProcessInstanceRecordValue instance) {
            return instance.getBpmnElementType() == BpmnElementType.PROCESS
                    ? ProcessInstanceChange.of(record, instance)
                    : ElementChange.of(record, instance);
        }
        if (value instanceof UserTaskRecordValue task) {
            return UserTaskChange.of(record, task);
        }
        if (value instanceof TimerRecordValue timer) {
            return TimerChange.of(record, timer);
        }
        if (value instanceof IncidentRecordValue incident) {
            return IncidentChange.of(record, incident);
        }
        return null;
    }
}
