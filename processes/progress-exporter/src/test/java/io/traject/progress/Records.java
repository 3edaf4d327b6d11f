package io.traject.progress;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATING;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_COMPLETED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_COMPLETING;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.ImmutableIncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log of records as an engine writes them: positions rise by one, all at one instant. */
final class Records {

    private final List<Record<?>> log = new ArrayList<>();
    private final Instant timestamp;

    Records(Instant timestamp) {
        this.timestamp = timestamp;
    }

    List<Record<?>> all() {
        return log;
    }

    long lastPosition() {
        return log.size();
    }

    /** A process with one element, both started. */
    Records started(long instance) {
        life(instance, instance, BpmnElementType.PROCESS, ELEMENT_ACTIVATING, ELEMENT_ACTIVATED);
        life(instance, instance + 1, BpmnElementType.SERVICE_TASK, ELEMENT_ACTIVATING, ELEMENT_ACTIVATED);
        return this;
    }

    Records ended(long instance) {
        life(instance, instance + 1, BpmnElementType.SERVICE_TASK, ELEMENT_COMPLETING, ELEMENT_COMPLETED);
        life(instance, instance, BpmnElementType.PROCESS, ELEMENT_COMPLETING, ELEMENT_COMPLETED);
        return this;
    }

    Records incident(long key, String message) {
        add(
                key,
                ValueType.INCIDENT,
                IncidentIntent.CREATED,
                ImmutableIncidentRecordValue.builder()
                        .withElementId("element")
                        .withErrorType(ErrorType.IO_MAPPING_ERROR)
                        .withErrorMessage(message)
                        .withProcessInstanceKey(1)
                        .withElementInstanceKey(2)
                        .withJobKey(-1)
                        .build());
        return this;
    }

    private void life(long instance, long key, BpmnElementType type, ProcessInstanceIntent... steps) {
        for (ProcessInstanceIntent step : steps) {
            add(
                    key,
                    ValueType.PROCESS_INSTANCE,
                    step,
                    ImmutableProcessInstanceRecordValue.builder()
                            .withBpmnProcessId("process")
                            .withVersion(1)
                            .withProcessDefinitionKey(7)
                            .withProcessInstanceKey(instance)
                            .withParentProcessInstanceKey(-1)
                            .withElementId("element")
                            .withBpmnElementType(type)
                            .build());
        }
    }

    private void add(long key, ValueType type, Intent intent, RecordValue value) {
        log.add(ImmutableRecord.builder()
                .withPosition(log.size() + 1)
                .withKey(key)
                .withPartitionId(1)
                .withTimestamp(timestamp.toEpochMilli())
                .withRecordType(RecordType.EVENT)
                .withValueType(type)
                .withIntent(intent)
                .withValue(value)
                .build());
    }
}
